import type { RecordedSubject } from '../formats/index.ts';
import { FRAME_FLAGS } from '../formats/index.ts';

/** Frames that follow each other without an interruption: from `start` to before `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** When a subject's frames are, and which of them belong together. */
export interface RecordedFrames {
  /** Seconds on the take's clock, never going back. */
  readonly times: Float64Array;
  /** Frames with a face, parted where frames stay away. Nothing is changed outside them, or across their ends. */
  readonly runs: readonly Run[];
}

/** A step between frames of less than so many periods is no interruption, whatever the recorder marked there. */
const INTERRUPTION_PERIODS = 2;

export function framesOf({ times, flags, gaps, periodSeconds }: RecordedSubject): RecordedFrames {
  const runs: Run[] = [];
  let start = -1;
  let gap = 0;
  for (let frame = 0; frame < times.length; frame++) {
    const hasFace = ((flags[frame] ?? 0) & FRAME_FLAGS.faceFound) !== 0;
    const from = times[frame - 1] ?? 0;
    const to = times[frame] ?? 0;
    while (gap < gaps.length && (gaps[gap]?.toSeconds ?? 0) <= from) gap++;
    const isInGap = (gaps[gap]?.fromSeconds ?? Number.POSITIVE_INFINITY) < to;
    const isInterrupted = isInGap && to - from > INTERRUPTION_PERIODS * periodSeconds;
    if (start >= 0 && (!hasFace || isInterrupted)) {
      runs.push({ start, end: frame });
      start = -1;
    }
    if (hasFace && start < 0) start = frame;
  }
  if (start >= 0) runs.push({ start, end: times.length });
  return { times, runs };
}
