/** First and last frame that are played, both included. */
export interface PlayRange {
  readonly first: number;
  readonly last: number;
}

/** In and out point; undefined where none is set. */
export interface Marks {
  readonly in: number | undefined;
  readonly out: number | undefined;
}

export const NO_MARKS: Marks = { in: undefined, out: undefined };

/** Sets the in point; an out point before it goes. */
export function markIn({ out }: Marks, frame: number): Marks {
  return { in: frame, out: out !== undefined && out < frame ? undefined : out };
}

/** Sets the out point; an in point after it goes. */
export function markOut(marks: Marks, frame: number): Marks {
  return { in: marks.in !== undefined && marks.in > frame ? undefined : marks.in, out: frame };
}

/**
 * What to play from a frame on: between in and out point or, for a frame that lies beyond the one that it runs towards,
 * until the clip's end.
 *
 * @param frames how many the clip has
 */
export function rangeFrom(marks: Marks, frames: number, frame: number, direction: 1 | -1): PlayRange {
  const last = Math.max(0, frames - 1);
  const range = { first: Math.min(marks.in ?? 0, last), last: Math.min(marks.out ?? last, last) };
  if (direction > 0 && frame > range.last) return { first: range.first, last };
  if (direction < 0 && frame < range.first) return { first: 0, last: range.last };
  return range;
}

export interface Travelled {
  readonly seconds: number;
  /** The end was reached, and there is no loop. */
  readonly isOver: boolean;
}

/**
 * Where a clock is that stood at `seconds` and went on by `delta` (negative: backwards) through `start`..`end`. It loops
 * or stops at the end that it runs towards; before the other end it may begin.
 */
export function travel(
  seconds: number,
  delta: number,
  { start, end }: { start: number; end: number },
  isLooping: boolean,
): Travelled {
  const next = seconds + delta;
  const beyond = delta > 0 ? next >= end : next < start;
  if (!beyond) return { seconds: next, isOver: false };
  if (!isLooping) return { seconds: delta > 0 ? end : start, isOver: true };
  const length = end - start;
  if (length <= 0) return { seconds: start, isOver: false };
  const into = (next - start) % length;
  return { seconds: start + (into < 0 ? into + length : into), isOver: false };
}
