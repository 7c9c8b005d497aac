import { describe, expect, it } from 'vitest';
import type { FilterSettings } from '../presets/index.ts';
import { createRandom } from '../random/index.ts';
import { createChannelFilter } from './channelFilter.ts';

const FRAME = 1 / 60;
const EURO: FilterSettings = { filter: 'one_euro', minCutoffHz: 2, beta: 12, derivativeCutoffHz: 2 };
const EMA: FilterSettings = { filter: 'ema', cutoffHz: 4 };

function filterOf(settings: FilterSettings) {
  const filter = createChannelFilter(1);
  filter.configure(() => settings, 0.4);
  filter.restart(Float64Array.of(0));
  return (value: number, seconds = FRAME): number => {
    filter.step(Float64Array.of(value), seconds);
    return filter.values[0] ?? Number.NaN;
  };
}

describe('a channel filter', () => {
  it.each([EURO, EMA, { filter: 'none' } as const])('ends where its input stays: $filter', (settings) => {
    const next = filterOf(settings);
    for (let i = 0; i < 300; i++) next(0.7);
    expect(next(0.7)).toBeCloseTo(0.7, 4);
  });

  it('passes everything on where it is off', () => {
    const next = filterOf({ filter: 'none' });
    expect(next(1)).toBeCloseTo(1, 6);
    expect(next(0)).toBeCloseTo(0, 6);
  });

  it('lasts as long at every frame rate', () => {
    const slow = filterOf(EMA);
    const fast = filterOf(EMA);
    for (let i = 0; i < 6; i++) slow(1, 1 / 60);
    for (let i = 0; i < 24; i++) fast(1, 1 / 240);
    expect(Math.abs(slow(1, 1 / 60) - fast(1, 1 / 240))).toBeLessThan(0.05);
  });

  it('is calm at rest and quick in motion, by One Euro more than by a moving average', () => {
    const random = createRandom(1);
    const noise = Array.from({ length: 600 }, () => 0.5 + 0.01 * random.normal());
    const restless = (next: (value: number) => number): number => {
      const out = noise.map((value) => next(value)).slice(100);
      return Math.sqrt(out.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / out.length);
    };
    expect(restless(filterOf(EURO))).toBeLessThan(0.0055);
    const late = (next: (value: number) => number): number => {
      for (let i = 0; i < 8; i++) next(i / 8);
      return 1 - next(1);
    };
    expect(late(filterOf(EURO))).toBeLessThan(late(filterOf(EMA)) / 2);
  });

  it('lets a channel that is not seen go to rest, and takes it back without a jump', () => {
    const next = filterOf({ filter: 'none' });
    next(1);
    let last = 1;
    for (let i = 0; i < 60; i++) {
      const now = next(Number.NaN);
      expect(last - now).toBeLessThan(0.14);
      last = now;
    }
    expect(last).toBeLessThan(0.001);
    for (let i = 0; i < 30; i++) {
      const now = next(1);
      expect(now - last).toBeLessThan(0.07);
      last = now;
    }
    expect(last).toBeCloseTo(1, 6);
  });
});
