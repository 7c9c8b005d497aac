import { AVATAR_UPLOAD_PATH, type OpenedAvatar, openedAvatarSchema } from '#shared/contract/index.ts';
import { postBody } from './postBody.ts';

/** Sends the bytes of a GLB to the user's library. Rejects as `postBody` does. */
export async function sendAvatar(name: string, glb: Blob): Promise<OpenedAvatar> {
  return openedAvatarSchema.parse(await postBody(AVATAR_UPLOAD_PATH, { name }, glb, 'the avatar'));
}
