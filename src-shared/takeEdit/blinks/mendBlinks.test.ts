import { describe, expect, it } from 'vitest';
import { evenTimes } from '../testing/subject.ts';
import { type BlinkSettings, mendBlinks } from './mendBlinks.ts';

const settings: BlinkSettings = { closedWeight: 1, closeFrom: 0.5, longestSeconds: 0.4 };
const FRAMES = 240;
const times = evenTimes(FRAMES);
const run = { start: 0, end: FRAMES };

/** A lid that rests at 0.1 and moves so far down around a time, within so many seconds. */
function lid(...moves: { at: number; to: number; seconds?: number }[]): Float32Array {
  return Float32Array.from(times, (time) => {
    const down = moves.map(({ at, to, seconds = 0.25 }) => {
      const away = Math.abs(time - at) / (seconds / 2);
      return away < 1 ? (to - 0.1) * Math.cos((Math.PI / 2) * away) ** 2 : 0;
    });
    return 0.1 + Math.max(0, ...down);
  });
}

function mend(left: Float32Array, right: Float32Array, change: Partial<BlinkSettings> = {}) {
  const result = left.slice();
  const counts = mendBlinks(times, left, right, run, run, { ...settings, ...change }, result);
  return { result, ...counts };
}

const frameOf = (seconds: number): number => Math.round(seconds * 60);
const peakOf = (values: Float32Array): number => values.indexOf(Math.max(...values));

describe('the blink clean-up', () => {
  it('shuts a blink that does not shut, where it peaks and no longer than it was', () => {
    const half = lid({ at: 2, to: 0.7 });
    const { result, closed, removed } = mend(half, half);
    expect({ closed, removed }).toEqual({ closed: 1, removed: 0 });
    expect(result[frameOf(2)]).toBeCloseTo(1, 6);
    expect(peakOf(result)).toBe(peakOf(half));
    for (const [i, value] of result.entries()) {
      if (Math.abs((times[i] ?? 0) - 2) > 0.125) expect(value).toBe(half[i]);
      else expect(value).toBeGreaterThanOrEqual(half[i] ?? 0);
    }
  });

  it('takes half-blinks and flutter out', () => {
    const flutter = lid(
      { at: 1, to: 0.3, seconds: 0.1 },
      { at: 1.2, to: 0.35, seconds: 0.12 },
      { at: 3, to: 0.4 },
    );
    const { result, closed, removed } = mend(flutter, flutter);
    expect({ closed, removed }).toEqual({ closed: 0, removed: 3 });
    expect(Math.max(...result)).toBeLessThan(0.17);
  });

  it('leaves blinks that shut, lids that stay down, and lids at rest', () => {
    const fine = lid({ at: 1, to: 1 }, { at: 2.5, to: 0.6, seconds: 0.8 });
    const { result, closed, removed } = mend(fine, fine);
    expect({ closed, removed }).toEqual({ closed: 0, removed: 0 });
    for (const [i, value] of result.entries()) expect(value).toBeCloseTo(fine[i] ?? 0, 2);
  });

  it('shuts a blink of lids that are half down already', () => {
    const low = lid({ at: 2, to: 0.6, seconds: 3.6 }, { at: 2, to: 0.97, seconds: 0.2 });
    expect(mend(low, low)).toMatchObject({ closed: 1, removed: 0 });
    expect(mend(low, low).result[frameOf(2)]).toBeCloseTo(1, 6);
  });

  it('keeps both lids together: they shut in the same frame', () => {
    const left = lid({ at: 2, to: 0.9 });
    const right = lid({ at: 2.03, to: 0.75 });
    const shut = [mend(left, right), mend(right, left)].map(({ result }) => result);
    expect(shut.map((values) => Math.max(...values))).toEqual([1, 1]);
    expect(shut[0]?.some((value, i) => value === 1 && shut[1]?.[i] === 1)).toBe(true);
  });

  it('leaves a wink alone', () => {
    const left = lid({ at: 2, to: 0.8 });
    const right = lid({ at: 2, to: 0.2 });
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      expect(mend(one, other)).toEqual({ result: one, closed: 0, removed: 0 });
    }
  });

  it('shuts to the weight that is asked for, and opens no lid that goes further', () => {
    const half = lid({ at: 1, to: 0.6 }, { at: 3, to: 0.97 });
    const { result } = mend(half, half, { closedWeight: 0.9 });
    expect(result[frameOf(1)]).toBeCloseTo(0.9, 6);
    expect(result[frameOf(3)]).toBe(half[frameOf(3)]);
  });
});
