import type { Random } from '../../random/index.ts';
import { dampedPlace, dampedSpeed } from '../ease.ts';

/** How fast a drift comes to its next place: in about 5 / RATE seconds, along a critically damped spring. */
const RATE = 2.2;
/** Mean time in one place. */
const STAY_SECONDS = 2.6;

/** Slow wandering around 0 of several axes at once, of deviation 1. */
export interface Drift {
  readonly values: Float64Array;
  step(seconds: number): void;
  reset(): void;
}

export function createDrift(random: Random, axes: number): Drift {
  const values = new Float64Array(axes);
  const speeds = new Float64Array(axes);
  const goals = new Float64Array(axes);
  const waits = new Float64Array(axes);
  const state = { lastSeconds: -1, decay: 1 };

  const reset = (): void => {
    values.fill(0);
    speeds.fill(0);
    goals.fill(0);
    for (let i = 0; i < axes; i++) waits[i] = random.waiting(STAY_SECONDS);
  };
  reset();

  return {
    values,
    reset,
    step(seconds) {
      if (seconds !== state.lastSeconds) {
        state.lastSeconds = seconds;
        state.decay = Math.exp(-RATE * seconds);
      }
      for (let i = 0; i < axes; i++) {
        const wait = (waits[i] ?? 0) - seconds;
        waits[i] = wait;
        if (wait <= 0) {
          waits[i] = random.waiting(STAY_SECONDS);
          goals[i] = Math.max(-2, Math.min(2, random.normal()));
        }
        const goal = goals[i] ?? 0;
        const away = (values[i] ?? 0) - goal;
        const speed = speeds[i] ?? 0;
        values[i] = goal + dampedPlace(away, speed, RATE, seconds, state.decay);
        speeds[i] = dampedSpeed(away, speed, RATE, seconds, state.decay);
      }
    },
  };
}
