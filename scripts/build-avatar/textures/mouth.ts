import { smoothstep } from '../geometry/points.ts';
import type { Part } from '../parts/shape.ts';
import { fractal } from './noise.ts';
import { type Picture, type Rgb, sample } from './picture.ts';
import { mixAt, mixPoint, type Texel } from './raster.ts';
import { mixColour, times } from './skinTone.ts';
import type { Finish } from './surface.ts';

const IVORY: Rgb = [0.9, 0.86, 0.78];
const GUM: Rgb = [0.72, 0.38, 0.37];
const TONGUE: Rgb = [0.7, 0.37, 0.36];

/** Teeth and gums: the source's picture says which is which and where it is darker. */
export function teethFinish(part: Part, source: Picture): (texel: Texel) => Finish {
  return (texel) => {
    const [u, v] = [mixAt(part.uvs, texel, 2, 0), mixAt(part.uvs, texel, 2, 1)];
    const [r, g, b] = [0, 1, 2].map((k) => sample(source, u, v, k)) as [number, number, number];
    const gum = smoothstep(0.12, 0.35, (r - (g + b) / 2) / Math.max(0.1, r));
    const light = 0.72 + 0.28 * smoothstep(0.1, 0.75, gum > 0.5 ? r : (r + g + b) / 3);
    const [, , z] = mixPoint(part.positions, texel);
    // Back teeth lie in the mouth's shade.
    const depth = 0.55 + 0.45 * smoothstep(0.85, 1.3, z);
    return {
      colour: times(mixColour(IVORY, GUM, gum), light * depth),
      roughness: 0.22 + gum * 0.12,
      height: 0,
      occlusion: depth,
    };
  };
}

export function tongueFinish(part: Part): (texel: Texel) => Finish {
  return (texel) => {
    const point = mixPoint(part.positions, texel);
    const groove = Math.exp(-((point[0] / 0.02) ** 2));
    const bumps = fractal(point, 60, 2, 3);
    const depth = 0.6 + 0.4 * smoothstep(0.8, 1.25, point[2]);
    return {
      colour: times(mixColour(TONGUE, [0.8, 0.52, 0.5], bumps * 0.4 + 0.2), (1 - groove * 0.12) * depth),
      roughness: 0.38,
      height: bumps * 0.003 - groove * 0.008,
      occlusion: depth,
    };
  };
}
