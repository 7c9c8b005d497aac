import type { Random } from '../../random/index.ts';

/** Mean time between two fidgets of the face. */
const MEAN_SECONDS = 5;
const SHORTEST = 0.35;
const LONGEST = 1.1;

/** Small movements of the face, one at a time, that mean nothing. */
export interface Twitches {
  /** Which one is going on, by its place; -1 between them. */
  readonly current: number;
  /** How strong it is now, 0..1. */
  readonly strength: number;
  step(seconds: number): void;
  reset(): void;
}

export function createTwitches(random: Random, count: number): Twitches {
  const twitches = { current: -1, strength: 0, step, reset };
  const state = { wait: 0, elapsed: 0, duration: 1, most: 0 };

  function reset(): void {
    twitches.current = -1;
    twitches.strength = 0;
    state.wait = random.waiting(MEAN_SECONDS);
  }

  function step(seconds: number): void {
    if (twitches.current < 0) {
      state.wait -= seconds;
      if (state.wait > 0 || count === 0) return;
      twitches.current = Math.floor(random.next() * count);
      state.duration = SHORTEST + (LONGEST - SHORTEST) * random.next();
      state.most = 0.4 + 0.6 * random.next();
      state.elapsed = 0;
      return;
    }
    state.elapsed += seconds;
    if (state.elapsed >= state.duration) reset();
    else twitches.strength = state.most * Math.sin((Math.PI * state.elapsed) / state.duration) ** 2;
  }

  reset();
  return twitches;
}
