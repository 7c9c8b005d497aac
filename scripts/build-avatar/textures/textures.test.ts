import fc from 'fast-check';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { cells, fractal, noise } from './noise.ts';
import { normalMap } from './normalMap.ts';
import { blankPicture, sample, toPng } from './picture.ts';
import { bleed, mixAt, rasterise } from './raster.ts';

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });

describe('noise', () => {
  it('is the same at the same place, bounded, and smooth', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        const here = noise(x, y, z, 3);
        expect(here).toBe(noise(x, y, z, 3));
        expect(Math.abs(here)).toBeLessThanOrEqual(1);
        expect(Math.abs(noise(x + 1e-4, y, z, 3) - here)).toBeLessThan(1e-3);
        expect(Math.abs(fractal([x, y, z], 2, 4))).toBeLessThanOrEqual(1);
        expect(cells(x, y, z).distance).toBeLessThanOrEqual(Math.sqrt(3));
      }),
    );
  });
});

describe('a drawing', () => {
  /** Two triangles that fill the whole picture. */
  const drawing = {
    triangles: [0, 1, 2, 0, 2, 3],
    uvs: [0, 0, 1, 0, 1, 1, 0, 1],
    positions: Float64Array.of(0, 0, 0, 2, 0, 0, 2, 1, 0, 0, 1, 0),
  };

  it('covers every texel and mixes what the corners carry', () => {
    const seen = new Set<number>();
    rasterise(drawing, 8, (texel) => {
      seen.add(texel.index);
      expect(mixAt(drawing.positions, texel, 3, 0)).toBeCloseTo(((texel.index % 8) + 0.5) / 4);
      expect(texel.step[0]).toBeCloseTo(2 / 8);
      expect(texel.step[1]).toBeCloseTo(1 / 8);
    });
    expect(seen.size).toBe(64);
  });

  it('bleeds into the texels around it', () => {
    const data = new Float32Array(25);
    const covered = new Uint8Array(25);
    data[12] = 1;
    covered[12] = 1;
    bleed(data, 1, covered, 5, 2);
    expect(data[7]).toBe(1);
    expect(data[2]).toBe(1);
    expect(data[0]).toBe(0);
  });
});

describe('a normal map', () => {
  it('points straight out of a flat surface and leans away from a slope', () => {
    const steps = new Float32Array(32).fill(1);
    const flat = normalMap(new Float32Array(16), steps, 4);
    expect([...flat.data.slice(0, 3)]).toEqual([0.5, 0.5, 1]);
    const rising = normalMap(
      Float32Array.from({ length: 16 }, (_, i) => i % 4),
      steps,
      4,
    );
    expect(rising.data[5 * 3]).toBeLessThan(0.5);
    expect(rising.data[5 * 3 + 1]).toBeCloseTo(0.5);
  });
});

describe('a picture', () => {
  it('is read between its pixels, v upwards, and survives as PNG', () => {
    const picture = blankPicture(2, 2, 1);
    picture.data.set([1, 1, 0, 0]);
    expect(sample(picture, 0.5, 0.75, 0)).toBe(1);
    expect(sample(picture, 0.5, 0.5, 0)).toBe(0.5);
    expect([...decode(toPng(picture)).data]).toEqual([255, 255, 0, 0]);
  });
});
