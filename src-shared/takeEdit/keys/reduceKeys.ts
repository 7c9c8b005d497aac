import type { Run } from '../recordedFrames.ts';
import { fitSegment, type Segment, segmentAt } from './fitSegment.ts';

/** A key of a curve of cubic Hermite pieces; slopes are in units a second, and may differ before and behind it. */
export interface CurveKey {
  readonly timeSeconds: number;
  readonly value: number;
  readonly arriving: number;
  readonly leaving: number;
}

const STRAIGHT: Segment = { leaving: 0, arriving: 0 };

/**
 * Puts as few keys as it finds on some of a run's frames, so that the curve through them is nowhere further from a frame
 * than the tolerance: from each key the longest piece that can be found (P. Schneider, "An Algorithm for Automatically
 * Fitting Digitized Curves", Graphics Gems, 1990, fits each piece the same way). The first and the last frame are keys.
 * @param result gets the curve at each frame of the run, as exact as a 32-bit number
 * @returns the keys in order; none for an empty run
 */
export function reduceKeys(
  times: Float64Array,
  values: Float32Array,
  { start, end }: Run,
  tolerance: number,
  result: Float32Array,
): CurveKey[] {
  const keys: CurveKey[] = [];
  if (start >= end) return keys;
  let arriving = 0;
  const put = (frame: number, leaving: number): void => {
    keys.push({ timeSeconds: times[frame] ?? 0, value: values[frame] ?? 0, arriving, leaving });
    result[frame] = values[frame] ?? 0;
  };
  let from = start;
  while (from < end - 1) {
    const to = furthest(times, values, from, end - 1, tolerance);
    const segment = fitSegment(times, values, from, to) ?? STRAIGHT;
    put(from, segment.leaving);
    for (let i = from + 1; i < to; i++) result[i] = segmentAt(times, values, from, to, segment, i);
    arriving = segment.arriving;
    from = to;
  }
  put(from, 0);
  return keys;
}

/** How far a piece from a frame can be found to go: ever twice as far, then by halves between what fits and what does not. */
function furthest(
  times: Float64Array,
  values: Float32Array,
  from: number,
  last: number,
  tolerance: number,
): number {
  let fitting = from + 1;
  let failing = last + 1;
  for (let step = 2; fitting < last; step *= 2) {
    const to = Math.min(from + step, last);
    if (!fits(times, values, from, to, tolerance)) {
      failing = to;
      break;
    }
    fitting = to;
  }
  while (failing - fitting > 1) {
    const to = (fitting + failing) >> 1;
    if (fits(times, values, from, to, tolerance)) fitting = to;
    else failing = to;
  }
  return fitting;
}

function fits(
  times: Float64Array,
  values: Float32Array,
  from: number,
  to: number,
  tolerance: number,
): boolean {
  const segment = fitSegment(times, values, from, to);
  if (!segment) return false;
  for (let i = from + 1; i < to; i++) {
    if (Math.abs(segmentAt(times, values, from, to, segment, i) - (values[i] ?? 0)) > tolerance) return false;
  }
  return true;
}
