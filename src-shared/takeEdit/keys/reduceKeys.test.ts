import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unevenFrames } from '../../../scripts/testing/editArbitraries.ts';
import { evenTimes } from '../testing/subject.ts';
import { reduceKeys } from './reduceKeys.ts';

function reduced(times: Float64Array, values: Float32Array, tolerance: number) {
  const result = new Float32Array(values.length);
  return { keys: reduceKeys(times, values, { start: 0, end: values.length }, tolerance, result), result };
}

describe('key reduction', () => {
  it('keeps the curve within the tolerance at every frame', () => {
    fc.assert(
      fc.property(
        unevenFrames,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        ({ times, values }, tolerance) => {
          const { result } = reduced(times, values, tolerance);
          for (const [i, value] of values.entries()) {
            expect(Math.abs((result[i] ?? 0) - value)).toBeLessThanOrEqual(tolerance);
          }
        },
      ),
    );
  });

  it('puts keys on frames, in order, the first and the last among them', () => {
    fc.assert(
      fc.property(unevenFrames, ({ times, values }) => {
        const { keys } = reduced(times, values, 0.05);
        expect(keys[0]).toMatchObject({ timeSeconds: times[0], value: values[0] });
        expect(keys.at(-1)).toMatchObject({ timeSeconds: times.at(-1), value: values.at(-1) });
        expect(keys.map(({ timeSeconds }) => timeSeconds)).toEqual(
          keys.map(({ timeSeconds }) => timeSeconds).toSorted((a, b) => a - b),
        );
        expect(keys.length).toBeLessThanOrEqual(values.length);
      }),
    );
  });

  it('makes one piece of what is one, and few of a smooth move', () => {
    const times = evenTimes(600);
    expect(reduced(times, new Float32Array(600).fill(0.3), 0).keys).toHaveLength(2);
    const cubic = Float32Array.from(times, (time) => (time / 10) ** 3);
    expect(reduced(times, cubic, 1e-5).keys).toHaveLength(2);
    const sine = Float32Array.from(times, (time) => Math.sin(time));
    expect(reduced(times, sine, 0.005).keys.length).toBeLessThan(12);
  });

  it('gives the slopes of the pieces, from which the curve is drawn', () => {
    const times = evenTimes(60);
    const { keys } = reduced(
      times,
      Float32Array.from(times, (time) => 2 * time),
      1e-4,
    );
    expect(keys[0]?.leaving).toBeCloseTo(2, 4);
    expect(keys[1]?.arriving).toBeCloseTo(2, 4);
  });
});
