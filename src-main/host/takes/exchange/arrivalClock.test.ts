import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArrivalClock } from './arrivalClock.ts';

const arrivals = (first: number, ...frames: [isTimed: boolean, timeSeconds: number][]): number[] => {
  const arrivalOf = createArrivalClock(first);
  return frames.map(([isTimed, timeSeconds]) => arrivalOf({ isTimed, timeSeconds }));
};

describe('when frames of a file would have arrived', () => {
  it('is by their own times, from a given moment on', () => {
    expect(arrivals(0.5, [true, 100], [true, 100.25], [true, 101])).toEqual([0.5, 0.75, 1.5]);
  });

  it('goes on where the clock changes or is set back', () => {
    expect(arrivals(0, [true, 100], [true, 101], [false, 7], [false, 8], [true, 3], [true, 4])).toEqual([
      0, 1, 1, 2, 2, 3,
    ]);
    expect(arrivals(0, [true, 100], [true, 101], [true, 50], [true, 51])).toEqual([0, 1, 1, 2]);
  });

  it('keeps frames that were overtaken where they lie', () => {
    expect(arrivals(0, [true, 1], [true, 1.5], [true, 1.25], [true, 1.75])).toEqual([0, 0.5, 0.5, 0.75]);
  });

  it('never goes back, nor before the first moment', () => {
    const time = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), time)), (frames) => {
        const seconds = arrivals(0, ...frames);
        for (const [i, each] of seconds.entries()) expect(each).toBeGreaterThanOrEqual(seconds[i - 1] ?? 0);
      }),
    );
  });
});
