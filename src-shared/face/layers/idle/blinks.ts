import type { Random } from '../../random/index.ts';
import { smoothstep } from '../ease.ts';

/** Spread of the logarithm of the intervals: many short ones, a few long ones. */
const INTERVAL_SPREAD = 0.55;
/** Of the mean interval. */
const SHORTEST_INTERVAL = 0.15;
const LONGEST_INTERVAL = 4;
/** Mean phases of a spontaneous blink in seconds: down, shut, up (VanderWerf et al., J. Neurophysiol. 89, 2003). */
const CLOSING = 0.08;
const SHUT = 0.02;
const OPENING = 0.175;
/** From the end of a blink to the second of a pair. */
const PAIR_PAUSE = 0.09;
const BLINK = CLOSING + SHUT + OPENING;
const SHORTEST_WAIT = 0.05;

export interface BlinkSettings {
  /** 17 at rest, 26 in talk (Bentivoglio et al., Movement Disorders 12, 1997). */
  readonly blinksPerMinute: number;
  readonly doubleBlinkShare: number;
}

/** Lids that shut now and then, at random times as people's do. */
export interface Blinks {
  /** @returns how far the lids are shut, 0..1 */
  step(seconds: number): number;
  /** Shuts them now, unless they are shutting. */
  blink(): void;
  reset(): void;
}

export function createBlinks(random: Random, settings: () => BlinkSettings): Blinks {
  const state = { wait: 0, elapsed: -1, closing: CLOSING, opening: OPENING, paired: false };

  const plan = (): void => {
    const { blinksPerMinute, doubleBlinkShare } = settings();
    if (blinksPerMinute <= 0) {
      state.wait = Number.POSITIVE_INFINITY;
      return;
    }
    // Pairs count as two; what blinks last themselves is no wait.
    const cycle = (60 / blinksPerMinute - BLINK) * (1 + doubleBlinkShare) - PAIR_PAUSE * doubleBlinkShare;
    const mean = Math.max(SHORTEST_WAIT, cycle);
    // The mean of a log-normal spread is exp(s²/2) times its median.
    const spread = Math.exp(INTERVAL_SPREAD * random.normal() - INTERVAL_SPREAD ** 2 / 2);
    state.wait = mean * Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, spread));
  };
  const start = (): void => {
    state.elapsed = 0;
    state.closing = CLOSING * (0.88 + 0.24 * random.next());
    state.opening = OPENING * (0.86 + 0.28 * random.next());
  };
  const end = (): void => {
    state.elapsed = -1;
    plan();
    const { blinksPerMinute, doubleBlinkShare } = settings();
    state.paired = !state.paired && blinksPerMinute > 0 && random.next() < doubleBlinkShare;
    if (state.paired) state.wait = PAIR_PAUSE;
  };
  const reset = (): void => {
    state.elapsed = -1;
    state.paired = false;
    plan();
  };
  reset();

  return {
    reset,
    blink() {
      if (state.elapsed < 0) start();
    },
    step(seconds) {
      if (state.elapsed < 0) {
        if (state.wait === Number.POSITIVE_INFINITY && settings().blinksPerMinute > 0) plan();
        state.wait -= seconds;
        if (state.wait > 0) return 0;
        start();
        return 0;
      }
      state.elapsed += seconds;
      if (state.elapsed < state.closing) return smoothstep(state.elapsed / state.closing);
      const up = state.elapsed - state.closing - SHUT;
      if (up <= 0) return 1;
      if (up < state.opening) return 1 - smoothstep(up / state.opening);
      end();
      return 0;
    },
  };
}
