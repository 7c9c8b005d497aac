import { DETAIL_LEVELS, type DetailLevel } from '../presets/index.ts';

/** Below these shares of the target rate detail is lowered by one level, or at once to the lowest. */
const WARNING = 0.9;
const CRITICAL = 0.5;
/** Above this share it may be raised again: between the two nothing changes. */
const GOOD = 0.97;
const SLOW_SECONDS = 0.5;
const GOOD_SECONDS = 3;
/** After a rise that did not hold, the next one waits twice as long, at most this long. */
const LONGEST_WAIT_SECONDS = 60;
const AVERAGE_SECONDS = 0.25;
/** Detail that was lowered has helped where frames are shorter than before by this factor, after a moment. */
const HELPED = 0.95;
const JUDGED_SECONDS = 1;
/** Where it did not help it is tried again only when frames are longer by this factor. */
const WORSE = 1.1;
/** A single frame longer than this is no slow frame: the window was hidden, or the computer slept. */
const PAUSE_SECONDS = 1;

/**
 * Holds a frame rate by lowering the level of detail, as the avatar engine's performance recovery does (its section 7.2):
 * a warning rate lowers it step by step, a critical one goes to emergency. What does not help is taken back: a display may
 * be slower than the target, or something else may take the time.
 */
export interface FrameRateController {
  readonly level: DetailLevel;
  /** Takes how long the last frame took, from frame to frame. */
  feed(frameSeconds: number): DetailLevel;
  /** @param highest the level that it may not go above */
  configure(targetFps: number, highest: DetailLevel): void;
  /** Back to the highest level. */
  reset(): void;
}

export function createFrameRateController(targetFps: number): FrameRateController {
  const lowest = DETAIL_LEVELS.length - 1;
  let target = targetFps;
  let highest = 0;
  let level = 0;
  let average = 1 / targetFps;
  let slow = 0;
  let good = 0;
  let patience = GOOD_SECONDS;
  let sinceRise = Number.POSITIVE_INFINITY;
  let lastWasLong = false;
  /** The last lowering, until it is known whether it helped: the level it was from, and the frame it was meant to shorten. */
  let tried: { readonly level: number; readonly average: number } | undefined;
  /** Averaged frame at which lowering did not help. */
  let futile = 0;

  const nameOf = (at: number): DetailLevel => DETAIL_LEVELS[at] ?? 'full';
  const lowerTo = (next: number): void => {
    if (sinceRise < 2 * GOOD_SECONDS) patience = Math.min(LONGEST_WAIT_SECONDS, patience * 2);
    sinceRise = Number.POSITIVE_INFINITY;
    tried = { level, average };
    level = Math.min(lowest, next);
    slow = 0;
    good = 0;
  };

  const takeBack = (to: number): void => {
    level = Math.max(highest, to);
    futile = average;
    tried = undefined;
    slow = 0;
  };
  /** What is done about frames that have been slow for a while. */
  const answerSlow = (rate: number): void => {
    if (tried && slow < JUDGED_SECONDS) return;
    if (tried && average > tried.average * HELPED) takeBack(tried.level);
    else if (level < lowest && average > futile * WORSE) lowerTo(rate < CRITICAL ? lowest : level + 1);
  };

  return {
    get level() {
      return nameOf(level);
    },
    configure(nextTarget, nextHighest) {
      target = nextTarget;
      highest = DETAIL_LEVELS.indexOf(nextHighest);
      level = Math.max(level, highest);
    },
    reset() {
      level = highest;
      average = 1 / target;
      slow = 0;
      good = 0;
      patience = GOOD_SECONDS;
      sinceRise = Number.POSITIVE_INFINITY;
      lastWasLong = false;
      tried = undefined;
      futile = 0;
    },
    feed(frameSeconds) {
      if (!(frameSeconds > 0 && Number.isFinite(frameSeconds))) return nameOf(level);
      const isPause = frameSeconds > PAUSE_SECONDS && !lastWasLong;
      lastWasLong = frameSeconds > PAUSE_SECONDS;
      if (isPause) return nameOf(level);
      average += (frameSeconds - average) * Math.min(1, frameSeconds / AVERAGE_SECONDS);
      const rate = 1 / average / target;
      sinceRise += frameSeconds;
      slow = rate < WARNING ? slow + frameSeconds : 0;
      good = rate > GOOD ? good + frameSeconds : 0;
      if (rate > GOOD) futile = 0;
      if (rate >= WARNING) tried = undefined;
      if (slow >= SLOW_SECONDS) answerSlow(rate);
      else if (good >= patience && level > highest) {
        level -= 1;
        good = 0;
        sinceRise = 0;
      } else if (sinceRise > LONGEST_WAIT_SECONDS && sinceRise < Number.POSITIVE_INFINITY)
        patience = GOOD_SECONDS;
      return nameOf(level);
    },
  };
}
