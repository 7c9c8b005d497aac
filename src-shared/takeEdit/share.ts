import type { EditRange } from '../contract/index.ts';
import type { Run } from './recordedFrames.ts';

/** How much of a layer's change holds at a time, 0..1: none outside its range, rising and falling softly in its edges. */
export function shareAt(range: EditRange | null, strength: number, timeSeconds: number): number {
  if (!range) return strength;
  const { fromSeconds, toSeconds, edgeSeconds } = range;
  const inside = Math.min(timeSeconds - fromSeconds, toSeconds - timeSeconds);
  if (inside < 0) return 0;
  const edge = Math.min(edgeSeconds, (toSeconds - fromSeconds) / 2);
  if (inside >= edge) return strength;
  const way = inside / edge;
  return strength * way * way * (3 - 2 * way);
}

/** The frames of a run that lie in a range, its ends included; empty where none do. */
export function runWithin(times: Float64Array, { start, end }: Run, range: EditRange | null): Run {
  if (!range) return { start, end };
  const from = firstFrom(times, start, end, range.fromSeconds);
  let to = from;
  while (to < end && (times[to] ?? 0) <= range.toSeconds) to++;
  return { start: from, end: to };
}

/** The first frame of ascending ones that is not before a time. */
function firstFrom(times: Float64Array, start: number, end: number, timeSeconds: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < timeSeconds) low = middle + 1;
    else high = middle;
  }
  return low;
}
