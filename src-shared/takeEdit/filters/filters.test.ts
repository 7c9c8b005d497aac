import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unevenFrames } from '../../../scripts/testing/editArbitraries.ts';
import { evenTimes } from '../testing/subject.ts';
import { despike } from './despike.ts';
import { lowPass } from './lowPass.ts';
import { smooth } from './smooth.ts';

const filters = {
  smooth: (times: Float64Array, values: Float32Array) => {
    const result = values.slice();
    const run = { start: 0, end: values.length };
    smooth(times, values, run, run, 0.2, result);
    return result;
  },
  'low-pass': (times: Float64Array, values: Float32Array) => {
    const result = values.slice();
    lowPass(times, values, { start: 0, end: values.length }, 6, result);
    return result;
  },
};

const sine = (times: Float64Array, hertz: number): Float32Array =>
  Float32Array.from(times, (time) => Math.sin(2 * Math.PI * hertz * time));

/** How large a sine of a frequency is, and how late in radians, away from the ends. */
function response(times: Float64Array, values: Float32Array, hertz: number) {
  let [sines, cosines, count] = [0, 0, 0];
  for (const [i, time] of times.entries()) {
    if (time < 2 || time >= 8) continue;
    sines += (values[i] ?? 0) * Math.sin(2 * Math.PI * hertz * time);
    cosines += (values[i] ?? 0) * Math.cos(2 * Math.PI * hertz * time);
    count++;
  }
  return { gain: (2 * Math.hypot(sines, cosines)) / count, lag: Math.atan2(-cosines, sines) };
}

for (const [name, filter] of Object.entries(filters)) {
  describe(`the ${name} filter`, () => {
    it('keeps what stands still, at uneven frames too', () => {
      fc.assert(
        fc.property(unevenFrames, fc.float({ min: -3, max: 3, noNaN: true }), ({ times }, value) => {
          const still = new Float32Array(times.length).fill(value + 0);
          expect(filter(times, still)).toEqual(still);
        }),
      );
    });

    it('keeps a steady move, to its ends', () => {
      const times = evenTimes(120).map((time, i) => time + (i % 3) * 0.003);
      const values = Float32Array.from(times, (time) => 0.2 + 0.4 * time);
      for (const [i, value] of filter(times, values).entries()) expect(value).toBeCloseTo(values[i] ?? 0, 4);
    });

    it('does not delay', () => {
      const times = evenTimes(600);
      expect(Math.abs(response(times, filter(times, sine(times, 2)), 2).lag)).toBeLessThan(0.001);
    });
  });
}

describe('the low-pass filter', () => {
  it.each([30, 60, 120])('leaves 1/√2 of its cut-off at %i frames a second', (framesPerSecond) => {
    const times = evenTimes(10 * framesPerSecond, framesPerSecond);
    const { gain } = response(times, filters['low-pass'](times, sine(times, 6)), 6);
    expect(gain).toBeCloseTo(Math.SQRT1_2, 3);
  });

  it('leaves slow moves and takes fast ones out', () => {
    const times = evenTimes(600);
    expect(response(times, filters['low-pass'](times, sine(times, 1)), 1).gain).toBeGreaterThan(0.99);
    expect(response(times, filters['low-pass'](times, sine(times, 20)), 20).gain).toBeLessThan(0.01);
  });
});

describe('the spike filter', () => {
  const moving = (time: number): number => 0.5 + 0.4 * Math.sin(3 * time);

  it('takes out a frame that jumps, and leaves all others', () => {
    const times = evenTimes(120);
    const clean = Float32Array.from(times, moving);
    const values = clean.with(40, 0.3).with(80, 0);
    const result = values.slice();
    const run = { start: 0, end: 120 };
    expect(despike(times, values, run, run, 0.1, result)).toBe(2);
    for (const [i, value] of result.entries()) expect(Math.abs(value - (clean[i] ?? 0))).toBeLessThan(0.05);
    expect(result.with(40, 0).with(80, 0)).toEqual(values.with(40, 0).with(80, 0));
  });

  it('gives only values that were there', () => {
    fc.assert(
      fc.property(unevenFrames, ({ times, values }) => {
        const result = values.slice();
        const run = { start: 0, end: values.length };
        despike(times, values, run, run, 0.1, result);
        const known = new Set(values);
        expect(result.every((value) => known.has(value))).toBe(true);
      }),
    );
  });
});
