import {
  AVATAR_UPLOAD_PATH,
  errorInfoSchema,
  MimesisError,
  type OpenedAvatar,
  openedAvatarSchema,
} from '#shared/contract/index.ts';
import { locateHost } from './shell.ts';

/**
 * Sends the bytes of a GLB to the user's library. Rejects with the host's own `MimesisError`, or with `host_unreachable`
 * where the connection breaks.
 */
export async function sendAvatar(name: string, glb: Blob): Promise<OpenedAvatar> {
  const { address, token } = await locateHost();
  const answer = await post(
    `http://${address}${AVATAR_UPLOAD_PATH}?name=${encodeURIComponent(name)}`,
    token,
    glb,
  );
  if (answer.ok) return openedAvatarSchema.parse(await answer.json());
  const refusal = errorInfoSchema.safeParse(await answer.json());
  if (!refusal.success)
    throw new MimesisError('internal', `the host answered an avatar with ${answer.status}`);
  const { kind, message, remedy } = refusal.data;
  throw new MimesisError(kind, message, remedy === undefined ? {} : { remedy });
}

async function post(address: string, token: string, body: Blob): Promise<Response> {
  try {
    return await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
  } catch (cause) {
    throw new MimesisError(
      'host_unreachable',
      'The connection to the host broke while the avatar was sent.',
      {
        remedy: 'Add it again.',
        cause,
      },
    );
  }
}
