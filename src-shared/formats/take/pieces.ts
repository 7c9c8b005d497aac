import { viewOf } from './layout.ts';

/** Bytes of a sound or picture file that were recorded together. */
export interface MediumPiece {
  /** When the first of them was recorded, on the take's clock. */
  readonly timeSeconds: number;
  /** Where they lie in the file. */
  readonly fromByte: number;
  readonly bytes: number;
}

const HEAD_BYTES = 8;
const PIECE_BYTES = 24;

/** The payload of a `PIEC` chunk: the medium's number as u32, u32 of 0, and per piece three f64. */
export function encodePieces(medium: number, pieces: readonly MediumPiece[]): Uint8Array {
  const payload = new Uint8Array(HEAD_BYTES + PIECE_BYTES * pieces.length);
  const view = viewOf(payload);
  view.setUint32(0, medium, true);
  for (const [i, { timeSeconds, fromByte, bytes }] of pieces.entries()) {
    const at = HEAD_BYTES + PIECE_BYTES * i;
    view.setFloat64(at, timeSeconds, true);
    view.setFloat64(at + 8, fromByte, true);
    view.setFloat64(at + 16, bytes, true);
  }
  return payload;
}

/** Undefined for a payload that is no piece table. */
export function decodePieces(payload: Uint8Array): { medium: number; pieces: MediumPiece[] } | undefined {
  const count = (payload.length - HEAD_BYTES) / PIECE_BYTES;
  if (!Number.isInteger(count) || count < 0) return undefined;
  const view = viewOf(payload);
  const pieces = Array.from({ length: count }, (_, i): MediumPiece => {
    const at = HEAD_BYTES + PIECE_BYTES * i;
    return {
      timeSeconds: view.getFloat64(at, true),
      fromByte: view.getFloat64(at + 8, true),
      bytes: view.getFloat64(at + 16, true),
    };
  });
  return pieces.every(isPossible) ? { medium: view.getUint32(0, true), pieces } : undefined;
}

const isPossible = ({ timeSeconds, fromByte, bytes }: MediumPiece): boolean =>
  Number.isFinite(timeSeconds) &&
  Number.isSafeInteger(fromByte) &&
  fromByte >= 0 &&
  Number.isSafeInteger(bytes) &&
  bytes >= 0;
