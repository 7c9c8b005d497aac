import { z } from 'zod';
import { AVATAR_UPLOAD_PATH, type OpenedAvatar, requireAvatarSize } from '#shared/contract/index.ts';
import type { UploadRoute } from './upload.ts';

/** Takes in the bytes of a GLB under a name that the user gave. May throw a `MimesisError`. */
export type AvatarReceiver = (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<OpenedAvatar>;

const querySchema = z.object({ name: z.string().catch('') });

/** The way on which studios send avatars. */
export function avatarUpload(receive: AvatarReceiver): UploadRoute {
  return {
    path: AVATAR_UPLOAD_PATH,
    receive(query, chunks, announcedBytes) {
      // What announces itself as too long is refused before a byte is read.
      requireAvatarSize(announcedBytes);
      return receive(querySchema.parse(query).name, chunks);
    },
  };
}
