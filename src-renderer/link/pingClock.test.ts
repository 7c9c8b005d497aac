import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PingClock } from './pingClock.ts';

const delay = fc.double({ min: 0, max: 0.5, noNaN: true });

describe('a clock known by its answers', () => {
  it('is not known before the first', () => {
    const clock = new PingClock();
    expect(clock.at(1)).toBeUndefined();
    clock.add(1, 101, 1);
    clock.reset();
    expect(clock.at(1)).toBeUndefined();
    expect(clock.uncertaintySeconds).toBe(Number.POSITIVE_INFINITY);
  });

  it('is never wrong by more than half of the shortest trip, however uneven the ways are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.array(fc.tuple(delay, delay), { minLength: 1, maxLength: 16 }),
        (offset, trips) => {
          const clock = new PingClock();
          for (const [i, [there, back]] of trips.entries()) {
            clock.add(i, i + there + offset, i + there + back);
          }
          const shortest = Math.min(...trips.map(([there, back]) => there + back));
          expect(clock.uncertaintySeconds).toBeCloseTo(shortest / 2, 9);
          expect(Math.abs((clock.at(7) ?? Number.NaN) - 7 - offset)).toBeLessThanOrEqual(shortest / 2 + 1e-9);
        },
      ),
    );
  });

  it('forgets old answers', () => {
    const clock = new PingClock();
    clock.add(0, 0, 0.001);
    for (let i = 1; i <= 16; i++) clock.add(i, i + 5, i + 0.01);
    expect(clock.at(20)).toBeCloseTo(25, 2);
  });
});
