/** The content of uploads of the kinds `audio` and `video`: f64 of time, little-endian, then the bytes. */
const HEAD_BYTES = 8;

/** Bytes of a medium that one upload may carry, so that it stays below `MAX_CLIENT_MESSAGE_BYTES`. */
export const MAX_PIECE_BYTES = 60 * 1024;

/** A piece of sound or picture on its way to the host. */
export interface UploadedPiece {
  /** When its first sample or picture was recorded, on the host's clock. */
  readonly hostSeconds: number;
  readonly bytes: Uint8Array;
}

export function encodePiece({ hostSeconds, bytes }: UploadedPiece): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(HEAD_BYTES + bytes.length);
  new DataView(content.buffer).setFloat64(0, hostSeconds, true);
  content.set(bytes, HEAD_BYTES);
  return content;
}

/** Undefined for what is no piece, or has no time. `bytes` lies in the same memory. */
export function decodePiece(content: Uint8Array): UploadedPiece | undefined {
  if (content.length <= HEAD_BYTES) return undefined;
  const hostSeconds = new DataView(content.buffer, content.byteOffset).getFloat64(0, true);
  return Number.isFinite(hostSeconds) ? { hostSeconds, bytes: content.subarray(HEAD_BYTES) } : undefined;
}
