import { z } from 'zod';

/** Scheme of addresses with which other programs turn to the app. */
export const DEEP_LINK_SCHEME = 'mimesis';

/** `open` brings the studio to the front. */
const actionSchema = z.enum(['open']);
export type DeepLinkAction = z.infer<typeof actionSchema>;

/** Whether a word of the command line is an address for the app. */
export function isDeepLink(word: string): boolean {
  return word.toLowerCase().startsWith(`${DEEP_LINK_SCHEME}:`);
}

/** What `mimesis://ACTION` asks for. Nothing where it is anything else: anyone may send such an address. */
export function readDeepLink(address: string): DeepLinkAction | undefined {
  try {
    const { protocol, host, pathname, search, hash, username, password } = new URL(address);
    const isPlain = ['', '/'].includes(pathname) && search + hash + username + password === '';
    if (protocol !== `${DEEP_LINK_SCHEME}:` || !isPlain) return undefined;
    return actionSchema.safeParse(host).data;
  } catch {
    return undefined;
  }
}
