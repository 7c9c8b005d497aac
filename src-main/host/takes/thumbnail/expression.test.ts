import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_PARTS, expressionOf } from './expression.ts';
import { FrameSampler } from './frameSampler.ts';

/** One number a frame, at 60 frames a second; undefined for a frame that never came. */
function sampled(values: readonly (number | undefined)[]): FrameSampler {
  const sampler = new FrameSampler(1);
  for (const [i, value] of values.entries())
    if (value !== undefined) sampler.offer(i / 60, Float32Array.of(value));
  return sampler;
}

describe('how marked a face is', () => {
  it('is seen where it is farthest from its mean', () => {
    const values = new Array<number>(600).fill(0).with(300, 1).with(100, 0.5);
    const expression = expressionOf(sampled(values), 10);
    expect(expression?.peak).toBe(300);
    expect(expression?.activity).toHaveLength(ACTIVITY_PARTS);
    expect(expression?.activity[ACTIVITY_PARTS / 2]).toBe(1);
    expect(expression?.activity[0]).toBeLessThan(0.05);
  });

  it('tells where nothing came', () => {
    const values = Array.from({ length: 600 }, (_, i) => (i > 150 && i < 450 ? undefined : 0));
    const { activity = [] } = expressionOf(sampled(values), 10) ?? {};
    expect(activity.slice(16, 32).every((value) => value === null)).toBe(true);
    expect(activity.filter((value) => value === null).length).toBeLessThan(26);
  });

  it('has no gaps where frames come seldom', () => {
    expect(expressionOf(sampled([0, 0.1, 0.2, 0.3, 0.4]), 4 / 60)?.activity).not.toContain(null);
  });

  it('is nothing without frames', () => {
    expect(expressionOf(sampled([]), 0)).toBeUndefined();
  });
});

describe('samples of a take', () => {
  it('are evenly spread over it, however long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), (frames) => {
        const sampler = sampled(Array.from({ length: frames }, (_, i) => i));
        expect(sampler.count).toBeLessThanOrEqual(2048);
        expect(sampler.count).toBeGreaterThanOrEqual(Math.min(frames, 1024));
        const stride = sampler.count > 1 ? (sampler.row(1)[0] ?? 0) - (sampler.row(0)[0] ?? 0) : 1;
        for (let i = 0; i < sampler.count; i++) expect(sampler.row(i)[0]).toBe(i * stride);
        expect((sampler.count - 1) * stride).toBeGreaterThan(frames - 1 - 2 * stride);
      }),
      { numRuns: 20 },
    );
  });
});
