import { frameAt } from '#shared/formats/index.ts';

/** When each frame of a clip is shown, in seconds from the first one. */
export interface Timing {
  /** Grows; one entry a frame. */
  readonly times: Float64Array;
  /** When the last frame ends. */
  readonly endSeconds: number;
}

/** For a clip that says neither how long its frames last nor how many there are. */
const USUAL_FPS = 25;

export const NO_FRAMES: Timing = { times: new Float64Array(0), endSeconds: 0 };

/** The timing of a tracked clip. Its last frame lasts as long as the others do on average. */
export function trackTiming(times: Float64Array): Timing {
  const last = times.at(-1);
  if (last === undefined) return NO_FRAMES;
  const first = times[0] ?? 0;
  const interval = times.length > 1 ? (last - first) / (times.length - 1) : 1 / USUAL_FPS;
  return { times, endSeconds: last + interval };
}

/** The timing to expect of a video that is not tracked: evenly spaced frames, one at least. */
export function evenTiming(fps: number, durationSeconds: number): Timing {
  const interval = 1 / (fps > 0 ? fps : USUAL_FPS);
  const frames = Math.max(1, Math.round(durationSeconds / interval));
  return {
    times: Float64Array.from({ length: frames }, (_, i) => i * interval),
    endSeconds: frames * interval,
  };
}

/** When a frame ends: the beginning of the next. */
export function endOf({ times, endSeconds }: Timing, frame: number): number {
  return times[frame + 1] ?? endSeconds;
}

/**
 * The time at which a player shows a frame: a quarter into it. Times are rounded, so that a frame's own may still belong
 * to the one before; and where frames last unevenly, Chromium takes some of them to end before their middle.
 */
export function seekPointOf(timing: Timing, frame: number): number {
  const start = timing.times[frame] ?? 0;
  return start + (endOf(timing, frame) - start) / 4;
}

/** The frame that begins nearest to a time: which frame a picture is, by the time that its file gives it. */
export function nearestFrame(times: Float64Array, seconds: number): number {
  const frame = frameAt(times, seconds);
  const next = times[frame + 1];
  return next !== undefined && next - seconds < seconds - (times[frame] ?? 0) ? frame + 1 : frame;
}
