import { smoothstep, subtract, type Vec3 } from '../geometry/points.ts';
import { cells, fractal, noise } from './noise.ts';
import type { Rgb } from './picture.ts';

/** The avatar's skin where nothing reddens or shades it, sRGB. */
export const SKIN: Rgb = [0.735, 0.545, 0.44];
export const BLOOD: Rgb = [0.7, 0.36, 0.31];
export const PALE: Rgb = [0.8, 0.63, 0.53];
export const SHADE: Rgb = [0.54, 0.36, 0.28];

export function mixColour(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

export function times(a: Rgb, b: Rgb | number): Rgb {
  const [x, y, z] = typeof b === 'number' ? [b, b, b] : b;
  return [a[0] * x, a[1] * y, a[2] * z];
}

/** A soft spot of colour: a Gaussian about a place, decimetres. */
export interface Blush {
  readonly at: Vec3;
  readonly radius: Vec3;
  readonly colour: Rgb;
  readonly strength: number;
}

/** Lays blushes over a colour; those off the midline are mirrored. */
export function withBlushes(colour: Rgb, point: Vec3, blushes: readonly Blush[]): Rgb {
  const mirrored: Vec3 = [Math.abs(point[0]), point[1], point[2]];
  return blushes.reduce((mixed, { at, radius, colour: tint, strength }) => {
    const [x, y, z] = subtract(mirrored, at);
    const falloff = Math.exp(-((x / radius[0]) ** 2 + (y / radius[1]) ** 2 + (z / radius[2]) ** 2));
    return falloff < 0.01 ? mixed : mixColour(mixed, tint, strength * falloff);
  }, colour);
}

/** Uneven colour of living skin: broad warm and cool patches, fine mottling and a few freckles. */
export function mottle(colour: Rgb, point: Vec3, freckles: number): Rgb {
  const broad = fractal(point, 5, 3, 11);
  const fine = fractal(point, 45, 2, 23);
  const red = fractal(point, 16, 3, 37);
  const spot = cells(point[0] * 22, point[1] * 22, point[2] * 22, 5);
  const freckle = freckles * smoothstep(0.2, 0.06, spot.distance) * smoothstep(0.72, 0.9, spot.own);
  const light = 1 + broad * 0.035 + fine * 0.03;
  const mixed: Rgb = [
    colour[0] * (light + red * 0.006),
    colour[1] * (light - red * 0.035),
    colour[2] * (light - red * 0.035),
  ];
  return mixColour(mixed, SHADE, freckle * 0.4);
}

/** Height of pores and the fine net of lines between them, decimetres; `size` is the distance of pores. */
export function pores(point: Vec3, size: number, depth: number): number {
  const pore = cells(point[0] / size, point[1] / size, point[2] / size, 61);
  const pit = smoothstep(0.42, 0.1, pore.distance) * (0.4 + 0.6 * pore.own);
  const grain = noise(point[0] / size / 0.55, point[1] / size / 0.55, point[2] / size / 0.55, 71);
  return depth * (grain * 0.3 - pit);
}
