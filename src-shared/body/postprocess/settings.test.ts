import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaForInterval } from './settings.ts';

const alpha = fc.double({ min: 0, max: 1, noNaN: true });
const seconds = fc.double({ min: 0, max: 10, noNaN: true });

describe('an alpha for an interval', () => {
  it('is the given one at 25 frames per second', () => {
    fc.assert(
      fc.property(alpha, (a) => {
        expect(alphaForInterval(a, 1 / 25)).toBeCloseTo(a, 9);
      }),
    );
  });

  it('leaves as much of the old value in two steps as in one of both', () => {
    fc.assert(
      fc.property(alpha, seconds, seconds, (a, first, second) => {
        const left = (1 - alphaForInterval(a, first)) * (1 - alphaForInterval(a, second));
        expect(left).toBeCloseTo(1 - alphaForInterval(a, first + second), 9);
      }),
    );
  });

  it('lies between 0 and 1, and is 0 for no time at all', () => {
    fc.assert(
      fc.property(alpha, seconds, (a, interval) => {
        const converted = alphaForInterval(a, interval);
        expect(converted).toBeGreaterThanOrEqual(0);
        expect(converted).toBeLessThanOrEqual(1);
      }),
    );
    expect(alphaForInterval(0.4, 0)).toBe(0);
  });
});
