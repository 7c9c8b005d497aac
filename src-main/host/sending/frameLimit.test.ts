import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameLimit } from './frameLimit.ts';

/** How many frames get through of a sender of so many a second, over 10 seconds. */
function through(limitPerSecond: number, sentPerSecond: number, lateness: (frame: number) => number): number {
  const limit = new FrameLimit(limitPerSecond);
  let count = 0;
  for (let frame = 0; frame < 10 * sentPerSecond; frame++) {
    if (limit.admits(5 + (frame + lateness(frame)) / sentPerSecond)) count += 1;
  }
  return count;
}

describe('a limit of frames', () => {
  it('lets a sender of just its rate through, however uneven its frames come', () => {
    expect(through(60, 60, (frame) => (frame % 3 === 1 ? 0.9 : 0))).toBe(600);
  });

  it('halves one that is twice as fast, every second frame', () => {
    const limit = new FrameLimit(30);
    const passed = Array.from({ length: 20 }, (_, frame) => limit.admits(frame / 60));
    expect(passed.slice(6, 12)).toEqual([true, false, true, false, true, false]);
  });

  it('never lets through more than its rate and two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 240 }),
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 500 }),
        (rate, times) => {
          const limit = new FrameLimit(rate);
          const sorted = times.toSorted((a, b) => a - b);
          const passed = sorted.filter((time) => limit.admits(time));
          const span = (passed.at(-1) ?? 0) - (passed[0] ?? 0);
          expect(passed.length).toBeLessThanOrEqual(span * rate + 2 + 1e-6);
        },
      ),
    );
  });
});
