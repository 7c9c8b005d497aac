import { expect, it } from 'vitest';
import { RateLimit } from './rateLimit.ts';

/** How many of the pictures that come at these times go through. */
function passed(fps: number, times: readonly number[]): number {
  const limit = new RateLimit(fps);
  return times.filter((time) => {
    if (!limit.isDue(time)) return false;
    limit.pass(time);
    return true;
  }).length;
}
const timesAt = (fps: number) => Array.from({ length: 10 * fps }, (_, i) => 1e6 + (1000 * i) / fps);

it.each([
  [30, 30, 300],
  [30, 15, 150],
  [30, 60, 300],
  [25, 10, 100],
  [60, 30, 300],
])(
  'of %i pictures a second, with a limit of %i, in ten seconds so many go through: %i',
  (fps, limit, count) => {
    expect(Math.abs(passed(limit, timesAt(fps)) - count)).toBeLessThanOrEqual(1);
  },
);

it('does not make up for a pause', () => {
  expect(passed(10, [0, 5000, 5010, 5020, 5030])).toBe(2);
});
