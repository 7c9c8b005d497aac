/** How the bytes of a take file lie; docs/take-format.md says what they mean. All numbers are little-endian. */

/** "Mimesis take", with bytes that a transfer as text would change (the idea of PNG's signature). */
export const MAGIC = Uint8Array.of(0x89, 0x4d, 0x54, 0x4b, 0x0d, 0x0a, 0x1a, 0x0a);
export const VERSION = 1;
/** Magic, version as u32, CRC-32 of both. */
export const FILE_HEAD_BYTES = 16;

/** Starts every chunk. Neither UTF-8 nor a finite little-endian float32 has these bytes. */
export const SYNC = Uint8Array.of(0xf5, 0x4d, 0xf5, 0xff);

/** Sync, type as four letters, sequence as u32, length of the payload as u32. */
export const CHUNK_HEAD_BYTES = 16;
/** CRC-32 of the chunk's head and payload. */
const CHUNK_TAIL_BYTES = 4;
export const CHUNK_FRAME_BYTES = CHUNK_HEAD_BYTES + CHUNK_TAIL_BYTES;
/** Longer chunks are never written: what a damaged length asks for stays small. */
export const MAX_PAYLOAD_BYTES = 2 ** 20;

export const CHUNK = { type: 4, sequence: 8, length: 12 } as const;

export const CHUNK_TYPES = {
  header: 'HEAD',
  subject: 'SUBJ',
  frames: 'FRAM',
  gap: 'GAP ',
  marker: 'MARK',
  medium: 'MEDI',
  pieces: 'PIEC',
  end: 'END ',
} as const;
export type ChunkKind = keyof typeof CHUNK_TYPES;

const KIND_OF_TYPE = new Map<string, ChunkKind>(
  (Object.keys(CHUNK_TYPES) as ChunkKind[]).map((kind) => [CHUNK_TYPES[kind], kind]),
);

/** What a chunk holds by its four letters; undefined for those of newer versions. */
export function chunkKind(type: string): ChunkKind | undefined {
  return KIND_OF_TYPE.get(type);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function startsWith(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}
