import { MimesisError } from '../../contract/index.ts';
import { crc32 } from './crc32.ts';
import {
  CHUNK,
  CHUNK_FRAME_BYTES,
  CHUNK_HEAD_BYTES,
  CHUNK_TYPES,
  type ChunkKind,
  FILE_HEAD_BYTES,
  MAGIC,
  MAX_PAYLOAD_BYTES,
  SYNC,
  VERSION,
  viewOf,
} from './layout.ts';

/** The first bytes of every take file. */
export function takeFileHead(version: number = VERSION): Uint8Array {
  const head = new Uint8Array(FILE_HEAD_BYTES);
  head.set(MAGIC);
  const view = viewOf(head);
  view.setUint32(MAGIC.length, version, true);
  view.setUint32(FILE_HEAD_BYTES - 4, crc32(head, 0, FILE_HEAD_BYTES - 4), true);
  return head;
}

/**
 * Makes a chunk around a payload that already lies in the buffer, `CHUNK_HEAD_BYTES` from its start.
 * @param view of the whole buffer, which has room for the checksum behind the payload
 * @returns the chunk's length in bytes
 */
export function sealChunk(
  buffer: Uint8Array,
  view: DataView,
  type: string,
  sequence: number,
  payloadBytes: number,
): number {
  buffer.set(SYNC);
  for (let i = 0; i < 4; i++) buffer[CHUNK.type + i] = type.charCodeAt(i);
  view.setUint32(CHUNK.sequence, sequence, true);
  view.setUint32(CHUNK.length, payloadBytes, true);
  const end = CHUNK_HEAD_BYTES + payloadBytes;
  view.setUint32(end, crc32(buffer, 0, end), true);
  return end + CHUNK_FRAME_BYTES - CHUNK_HEAD_BYTES;
}

/** A chunk of its own. Throws `too_large` for a payload of more than 1 MiB. */
export function encodeChunk(kind: ChunkKind, sequence: number, payload: Uint8Array): Uint8Array {
  if (payload.length > MAX_PAYLOAD_BYTES) {
    throw new MimesisError('too_large', `A take's ${kind} can be 1 MiB long at most.`);
  }
  const chunk = new Uint8Array(CHUNK_FRAME_BYTES + payload.length);
  chunk.set(payload, CHUNK_HEAD_BYTES);
  sealChunk(chunk, viewOf(chunk), CHUNK_TYPES[kind], sequence, payload.length);
  return chunk;
}
