import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeTiming } from './takeTiming.ts';

const rounded = (times: Float64Array): number[] => [...times].map((time) => Math.round(time * 1000) / 1000);

describe('the steps of a take', () => {
  it("are the subject's frames, and go on in their rhythm where there are none", () => {
    const times = Float64Array.of(0.3, 0.4, 0.5, 0.9, 1);
    const timing = takeTiming({ times, periodSeconds: 0.1 }, 1.3);
    expect(rounded(timing.times)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2]);
    expect(timing.endSeconds).toBe(1.3);
  });

  it('are 60 a second where nobody was recorded', () => {
    expect(takeTiming(undefined, 2).times).toHaveLength(120);
    expect(takeTiming({ times: new Float64Array(0), periodSeconds: 0 }, 2).times).toHaveLength(120);
  });

  it('grow, begin at nought, hold every frame, and end before the end', () => {
    const anyTimes = fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { maxLength: 80 });
    fc.assert(
      fc.property(anyTimes, fc.double({ min: 0, max: 1, noNaN: true }), (unsorted, periodSeconds) => {
        const times = Float64Array.from(unsorted).toSorted();
        const timing = takeTiming({ times, periodSeconds }, 6);
        expect(timing.times[0]).toBe(0);
        expect(timing.times.slice(1).every((time, i) => time > (timing.times[i] ?? 0))).toBe(true);
        expect(timing.times.at(-1)).toBeLessThan(timing.endSeconds);
        const steps = new Set(timing.times);
        expect(times.every((time) => steps.has(time))).toBe(true);
      }),
    );
  });
});
