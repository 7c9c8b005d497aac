import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('labels', () => {
  it('lie where they want to, or beside each other', () => {
    expect(spread([10, 50, 52], 10, 0, 100)).toEqual([10, 50, 60]);
    expect(spread([95, 99], 10, 0, 100)).toEqual([90, 100]);
  });

  it('never lie on each other nor outside, as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 150 }), { maxLength: 9 }), (wanted) => {
        const places = spread(
          wanted.toSorted((a, b) => a - b),
          10,
          0,
          100,
        );
        for (const [i, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
          if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });
});
