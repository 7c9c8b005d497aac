import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameClock } from './frameClock.ts';

function times(stamps: readonly number[], fps = 25): number[] {
  const clock = new FrameClock(fps);
  return stamps.map((stamp) => clock.next(stamp));
}

const gaps = fc.array(fc.double({ min: 0.001, max: 10, noNaN: true }), { minLength: 1, maxLength: 50 });
const stamp = fc.oneof(fc.double({ min: -100, max: 1e6, noNaN: true }), fc.constant(Number.NaN));

describe("a frame's time", () => {
  it('is its true distance from the first frame, whatever the file starts with', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 1e4, noNaN: true }), gaps, (start, between) => {
        const stamps = [start];
        for (const gap of between) stamps.push((stamps.at(-1) ?? 0) + gap);
        for (const [i, time] of times(stamps).entries()) {
          expect(Math.abs(time - ((stamps[i] ?? 0) - start))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('starts at 0 and grows from frame to frame, whatever the file says', () => {
    fc.assert(
      fc.property(fc.array(stamp, { minLength: 2 }), fc.constantFrom(0, 25, 60), (stamps, fps) => {
        const result = times(stamps, fps);
        expect(result[0]).toBe(0);
        for (const [i, time] of result.entries()) if (i > 0) expect(time).toBeGreaterThan(result[i - 1] ?? 0);
      }),
    );
  });

  it('is a mean interval after the frame before where the file gives none', () => {
    expect(times([5, 5.04, Number.NaN, 5.12])).toEqual([0, 0.04, 0.08, 0.12].map(near));
    expect(times([Number.NaN, Number.NaN, Number.NaN], 10)).toEqual([0, 0.1, 0.2].map(near));
  });

  it('joins on where the first frames have no time', () => {
    expect(times([Number.NaN, Number.NaN, 7, 7.04])).toEqual([0, 0.04, 0.08, 0.12].map(near));
  });

  it('moves a repeated stamp by a millisecond only, so that later frames keep their true times', () => {
    expect(times([0, 0.04, 0.04, 0.08])).toEqual([0, 0.04, 0.041, 0.08].map(near));
  });
});

const near = (value: number): number => expect.closeTo(value, 6) as unknown as number;
