import { describe, expect, it } from 'vitest';
import { SampleClock } from './sampleClock.ts';

const RATE = 48_000;
const CHUNK = 480;

/** Noise that is the same each time, within ±1. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

describe('the times of samples', () => {
  it('are even where the system tells them unevenly', () => {
    const clock = new SampleClock(RATE);
    const next = noise(1);
    let worst = 0;
    for (let i = 0; i < 6000; i++) {
      const true_ = i * (CHUNK / RATE);
      const time = clock.take(true_ + 0.001 * next(), CHUNK);
      if (i > 100) worst = Math.max(worst, Math.abs(time - true_));
    }
    expect(worst).toBeLessThan(0.0005);
  });

  it('follow a sound card that is too fast or too slow, for hours', () => {
    for (const drift of [200e-6, -200e-6]) {
      const clock = new SampleClock(RATE);
      let error = 0;
      for (let i = 0; i < 360_000; i++) {
        const true_ = i * (CHUNK / RATE) * (1 + drift);
        error = Math.abs(clock.take(true_, CHUNK) - true_);
      }
      expect(error).toBeLessThan(0.0001);
    }
  });

  it('leap over what was lost', () => {
    const clock = new SampleClock(RATE);
    clock.take(0, CHUNK);
    expect(clock.take(0.5, CHUNK)).toBe(0.5);
    expect(clock.take(0.51, CHUNK)).toBeCloseTo(0.51, 9);
  });
});
