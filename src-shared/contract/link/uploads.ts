/**
 * What a studio sends to the host as binary messages, beside its requests: u8 version (1), u8 kind, u16 of 0, u32 of a
 * stream that both sides agree upon, and what the kind says.
 */
const VERSION = 1;
const STREAM_OFFSET = 4;
const HEAD_BYTES = 8;

/** What a message holds. */
export const UPLOAD_KINDS = {
  /** A frame of a camera's performer, as `frameMessage.ts` of capture lays it out. */
  camera_frame: 1,
  /** A frame of what the avatar performs, likewise. */
  performance_frame: 2,
  /** A piece of a recording's sound. */
  audio: 3,
  /** A piece of a recording's video. */
  video: 4,
} as const;
export type UploadKind = keyof typeof UPLOAD_KINDS;

const KINDS = new Map<number, UploadKind>(
  (Object.keys(UPLOAD_KINDS) as UploadKind[]).map((kind) => [UPLOAD_KINDS[kind], kind]),
);

export interface Upload {
  readonly kind: UploadKind;
  readonly stream: number;
  readonly content: Uint8Array;
}

/** @param stream 0..2^32-1 */
export function encodeUpload({ kind, stream, content }: Upload): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + content.length);
  bytes[0] = VERSION;
  bytes[1] = UPLOAD_KINDS[kind];
  new DataView(bytes.buffer).setUint32(STREAM_OFFSET, stream, true);
  bytes.set(content, HEAD_BYTES);
  return bytes;
}

/** Undefined for what is no upload. `content` lies in the same memory. */
export function decodeUpload(bytes: Uint8Array): Upload | undefined {
  const kind = KINDS.get(bytes[1] ?? 0);
  if (bytes.length < HEAD_BYTES || bytes[0] !== VERSION || kind === undefined) return undefined;
  const stream = new DataView(bytes.buffer, bytes.byteOffset).getUint32(STREAM_OFFSET, true);
  return { kind, stream, content: bytes.subarray(HEAD_BYTES) };
}
