import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const DRAWS = 20_000;
const draw = (one: () => number): number[] => Array.from({ length: DRAWS }, one);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('random numbers', () => {
  it('are the same for the same seed, also after a reset, and others for another', () => {
    const random = createRandom(7);
    const first = draw(random.next);
    random.reset(7);
    expect(draw(random.next)).toEqual(first);
    expect(draw(createRandom(8).next)).not.toEqual(first);
    expect(draw(createRandom(7 + 2 ** 33).next)).not.toEqual(first);
  });

  it('spread as they should', () => {
    const random = createRandom(1);
    const even = draw(random.next);
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    expect(mean(even)).toBeCloseTo(0.5, 1);
    const normal = draw(random.normal);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(mean(draw(() => random.waiting(4)))).toBeCloseTo(4, 0);
  });
});
