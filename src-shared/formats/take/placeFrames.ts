import { onTakeClock } from './deviceClock.ts';
import { FRAME_FLAGS } from './frameLayout.ts';

/** What a recorded subject's frames say of their times, in the order in which they were recorded. */
export interface FrameTimes {
  readonly deviceTimes: Float64Array;
  readonly arrivalTimes: Float64Array;
  readonly flags: Uint8Array;
}

/** A stretch without frames, on the take's clock. */
export interface Gap {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export interface PlacedFrames {
  /** Which recorded frame comes when; those sent twice are there once. */
  readonly order: Uint32Array;
  /** On the take's clock, one for each of `order`, never going back. */
  readonly times: Float64Array;
  readonly duplicates: number;
  /** Frames that arrived behind a later one, and were put in their place. */
  readonly reordered: number;
  /** Frames that never came, by the rhythm of the others; those in gaps are not counted. */
  readonly dropped: number;
  /** Where frames stay away for a quarter of a second or more. */
  readonly gaps: readonly Gap[];
  /** Between two frames as a rule: the median. 0 for fewer than two. */
  readonly periodSeconds: number;
}

const GAP_SECONDS = 0.25;
/** A device time that goes back, or ahead of the arrivals, by so much is a clock that was set, or midnight. */
const CLOCK_STEP_SECONDS = 1;

/** Puts recorded frames in the order of their own times, or of their arrival where the sender gives no time. */
export function placeFrames(frames: FrameTimes): PlacedFrames {
  const times = new Float64Array(frames.arrivalTimes);
  const order: number[] = [];
  let duplicates = 0;
  let reordered = 0;
  for (const run of clockRuns(frames)) {
    if (!isTimed(frames, run[0] ?? 0)) {
      for (const frame of run) order.push(frame);
      continue;
    }
    const timeOf = (frame: number): number => frames.deviceTimes[frame] ?? 0;
    reordered += countLate(run, timeOf);
    const sorted = run.toSorted((a, b) => timeOf(a) - timeOf(b));
    const single = sorted.filter((frame, i) => i === 0 || timeOf(frame) !== timeOf(sorted[i - 1] ?? 0));
    duplicates += sorted.length - single.length;
    const mapped = onTakeClock(
      Float64Array.from(single, timeOf),
      Float64Array.from(single, (frame) => frames.arrivalTimes[frame] ?? 0),
    );
    for (const [i, frame] of single.entries()) {
      times[frame] = mapped[i] ?? 0;
      order.push(frame);
    }
  }
  order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const placed = Float64Array.from(order, (frame) => times[frame] ?? 0);
  return { order: Uint32Array.from(order), times: placed, duplicates, reordered, ...rhythmOf(placed) };
}

const isTimed = ({ flags }: FrameTimes, frame: number): boolean =>
  ((flags[frame] ?? 0) & FRAME_FLAGS.isTimed) !== 0;

/** Frames, in the order in which they were recorded, in runs that share one clock. */
function clockRuns(frames: FrameTimes): number[][] {
  const runs: number[][] = [];
  for (let frame = 0; frame < frames.arrivalTimes.length; frame++) {
    const run = runs.at(-1);
    if (run && isSameClock(frames, frame)) run.push(frame);
    else runs.push([frame]);
  }
  return runs;
}

function isSameClock(frames: FrameTimes, frame: number): boolean {
  if (isTimed(frames, frame) !== isTimed(frames, frame - 1)) return false;
  if (!isTimed(frames, frame)) return true;
  const deviceStep = (frames.deviceTimes[frame] ?? 0) - (frames.deviceTimes[frame - 1] ?? 0);
  const arrivalStep = (frames.arrivalTimes[frame] ?? 0) - (frames.arrivalTimes[frame - 1] ?? 0);
  return deviceStep > -CLOCK_STEP_SECONDS && deviceStep < arrivalStep + CLOCK_STEP_SECONDS;
}

function countLate(run: readonly number[], timeOf: (frame: number) => number): number {
  let latest = Number.NEGATIVE_INFINITY;
  let late = 0;
  for (const frame of run) {
    const time = timeOf(frame);
    if (time < latest) late++;
    else latest = time;
  }
  return late;
}

function rhythmOf(times: Float64Array): Pick<PlacedFrames, 'dropped' | 'gaps' | 'periodSeconds'> {
  if (times.length < 2) return { dropped: 0, gaps: [], periodSeconds: 0 };
  const steps = Float64Array.from(
    { length: times.length - 1 },
    (_, i) => (times[i + 1] ?? 0) - (times[i] ?? 0),
  );
  const periodSeconds = steps.toSorted()[steps.length >> 1] ?? 0;
  const gaps: Gap[] = [];
  let dropped = 0;
  for (const [i, step] of steps.entries()) {
    const fromSeconds = times[i] ?? 0;
    if (step >= Math.max(GAP_SECONDS, 2 * periodSeconds))
      gaps.push({ fromSeconds, toSeconds: fromSeconds + step });
    else if (periodSeconds > 0) dropped += Math.max(0, Math.round(step / periodSeconds) - 1);
  }
  return { dropped, gaps, periodSeconds };
}
