import { decodeUtf8 } from './utf8.ts';

const BRACE = 0x7b;
const SPACE = 0x20;

/** The value that a packet says in JSON; undefined for bytes that are no JSON. */
export function readJson(packet: Uint8Array): unknown {
  const text = decodeUtf8(packet);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a packet begins like an object in JSON. */
export function beginsLikeObject(packet: Uint8Array): boolean {
  let at = 0;
  while (at < packet.length && (packet[at] ?? 0) <= SPACE) at += 1;
  return packet[at] === BRACE;
}
