import { encodeUtf8 } from '../utf8.ts';
import { MAX_FRAME_BYTES } from './frameText.ts';

/** What ends a frame over TCP: iFacialMocap's mark is documented, Facemotion3d's is what open-source readers take. */
const FRAME_ENDS = { iFacialMocap: '___iFacialMocap', facemotion3d: '___FACEMOTION3D' } as const;

const ends = Object.values(FRAME_ENDS).map(encodeUtf8);
const LONGEST_END = Math.max(...ends.map((end) => end.length));

/**
 * Takes the next bytes of a connection, in pieces of any size, and hands on each frame that they complete, without its
 * end mark; the bytes of a frame are good until `onFrame` returns. What is empty between two marks is no frame.
 * @returns how many frames ended in this piece that were dropped because they are longer than 8192 bytes
 */
export type FrameStream = (piece: Uint8Array, onFrame: (frame: Uint8Array) => void) => number;

/** A reader of one connection; what it holds is bounded. */
export function createFrameStream(): FrameStream {
  const held = new Uint8Array(MAX_FRAME_BYTES + LONGEST_END);
  let length = 0;
  let isTooLong = false;
  return (piece, onFrame) => {
    let dropped = 0;
    for (let i = 0; i < piece.length; i++) {
      if (length === held.length) {
        // No frame any more: only what may be the beginning of its end mark is kept.
        held.copyWithin(0, length - LONGEST_END);
        length = LONGEST_END;
        isTooLong = true;
      }
      held[length] = piece[i] ?? 0;
      length += 1;
      const end = endOf(held, length);
      if (end === 0) continue;
      if (isTooLong || length - end > MAX_FRAME_BYTES) dropped += 1;
      else if (length > end) onFrame(held.subarray(0, length - end));
      length = 0;
      isTooLong = false;
    }
    return dropped;
  };
}

/** Length of the end mark that the bytes end with; 0 for none. */
function endOf(bytes: Uint8Array, length: number): number {
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i];
    if (end && endsWith(bytes, length, end)) return end.length;
  }
  return 0;
}

function endsWith(bytes: Uint8Array, length: number, end: Uint8Array): boolean {
  if (length < end.length) return false;
  for (let i = 1; i <= end.length; i++) if (bytes[length - i] !== end[end.length - i]) return false;
  return true;
}
