import type { RecordedTake } from './recordedTake.ts';

/** A take in a few numbers, as a list of takes shows it. */
export interface TakeSummary {
  readonly durationSeconds: number;
  readonly frames: number;
  readonly droppedFrames: number;
  /**
   * 0..1: in how much of the time in which the subjects were recorded a face or a body was seen. Frames without one,
   * frames that never came and gaps all count against it. 0 for a take without frames.
   */
  readonly quality: number;
}

/** Does not need the take's rows. */
export function summariseTake({ subjects, durationSeconds }: RecordedTake): TakeSummary {
  let frames = 0;
  let droppedFrames = 0;
  let seen = 0;
  let expected = 0;
  for (const { counts, gaps, periodSeconds } of subjects) {
    const gapSeconds = gaps.reduce((sum, gap) => sum + gap.toSeconds - gap.fromSeconds, 0);
    frames += counts.frames;
    droppedFrames += counts.dropped;
    seen += counts.seen;
    expected += counts.frames + counts.dropped + (periodSeconds > 0 ? gapSeconds / periodSeconds : 0);
  }
  return { durationSeconds, frames, droppedFrames, quality: expected > 0 ? Math.min(1, seen / expected) : 0 };
}
