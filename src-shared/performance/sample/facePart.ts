import { ARKIT_INDEX } from '../../face/index.ts';
import { ease } from './easing.ts';
import { FACE_MOVES, type FaceMove } from './faceMoves.ts';
import { SPOKEN_LINE } from './spokenLine.ts';

interface IndexedMove extends FaceMove {
  readonly channels: readonly (readonly [index: number, weight: number])[];
}

const MOVES: readonly IndexedMove[] = [...FACE_MOVES, ...SPOKEN_LINE].map((move) => ({
  ...move,
  channels: Object.entries(move.shapes).map(
    ([name, weight]) => [ARKIT_INDEX.get(name) ?? -1, weight] as const,
  ),
}));

/** Writes the face of a moment of the sample performance: 52 coefficients. */
export function writeSampleFace(seconds: number, blendshapes: Float32Array): void {
  blendshapes.fill(0);
  for (const { start, end, rise, fall, channels } of MOVES) {
    if (seconds <= start || seconds >= end) continue;
    const share = ease((seconds - start) / rise) * ease((end - seconds) / fall);
    for (const [index, weight] of channels) {
      // Two moves that want the same do not add up to more than the stronger wants.
      blendshapes[index] = Math.max(blendshapes[index] ?? 0, weight * share);
    }
  }
}
