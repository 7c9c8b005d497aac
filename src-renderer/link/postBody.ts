import { errorInfoSchema, MimesisError } from '#shared/contract/index.ts';
import { locateHost } from './shell.ts';

/**
 * Sends something to the host that is too long for the link. Rejects with the host's own `MimesisError`, or with
 * `host_unreachable` where the connection breaks.
 * @param what it is, as it stands in a sentence: "the avatar"
 * @returns the host's answer, unchecked
 */
export async function postBody(
  path: string,
  query: Readonly<Record<string, string>>,
  body: Blob,
  what: string,
): Promise<unknown> {
  const { address, token } = await locateHost();
  const answer = await post(`http://${address}${path}?${new URLSearchParams(query)}`, token, body, what);
  if (answer.ok) return answer.json();
  const refusal = errorInfoSchema.safeParse(await answer.json());
  if (!refusal.success) throw new MimesisError('internal', `the host answered ${what} with ${answer.status}`);
  const { kind, message, remedy } = refusal.data;
  throw new MimesisError(kind, message, remedy === undefined ? {} : { remedy });
}

async function post(address: string, token: string, body: Blob, what: string): Promise<Response> {
  try {
    return await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
  } catch (cause) {
    throw new MimesisError('host_unreachable', `The connection to the host broke while ${what} was sent.`, {
      remedy: 'Add it again.',
      cause,
    });
  }
}
