import type { Random } from '../../random/index.ts';
import { smoothstep } from '../ease.ts';

/** Share of a cycle that is breathing in: about 2 to 3 at rest. */
const INHALE = 0.4;
const CYCLE_SPREAD = 0.1;

/** Breathing: 0 is out, 1 is in. Each breath lasts a little longer or shorter than the one before. */
export function createBreath(random: Random, breathsPerMinute: () => number) {
  const state = { phase: 0, cycleSeconds: 4 };
  const plan = (): void => {
    state.cycleSeconds = (60 / breathsPerMinute()) * Math.exp(CYCLE_SPREAD * random.normal());
  };
  const reset = (): void => {
    state.phase = random.next();
    plan();
  };
  reset();
  return {
    reset,
    step(seconds: number): number {
      state.phase += seconds / state.cycleSeconds;
      if (state.phase >= 1) {
        state.phase -= Math.floor(state.phase);
        plan();
      }
      return state.phase < INHALE
        ? smoothstep(state.phase / INHALE)
        : 1 - smoothstep((state.phase - INHALE) / (1 - INHALE));
    },
  };
}
