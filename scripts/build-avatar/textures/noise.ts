import type { Vec3 } from '../geometry/points.ts';

/** A repeatable number 0..1 from three integers and a seed (integer mixing after MurmurHash3's finaliser). */
function hash(x: number, y: number, z: number, seed = 0): number {
  let h =
    Math.imul(x, 0x27d4eb2d) ^
    Math.imul(y, 0x165667b1) ^
    Math.imul(z, 0x9e3779b1) ^
    Math.imul(seed + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

const fade = (t: number): number => t * t * (3 - 2 * t);
const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Smooth value noise, -1..1, with one feature about every unit. */
export function noise(x: number, y: number, z: number, seed = 0): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [fade(x - ix), fade(y - iy), fade(z - iz)];
  const plane = (k: number): number =>
    lerp(
      lerp(hash(ix, iy, iz + k, seed), hash(ix + 1, iy, iz + k, seed), u),
      lerp(hash(ix, iy + 1, iz + k, seed), hash(ix + 1, iy + 1, iz + k, seed), u),
      v,
    );
  return lerp(plane(0), plane(1), w) * 2 - 1;
}

/** Several octaves of noise, each half as large and half as strong; about -1..1. */
export function fractal([x, y, z]: Vec3, frequency: number, octaves: number, seed = 0): number {
  let [sum, strength, total, f] = [0, 1, 0, frequency];
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x * f, y * f, z * f, seed + octave) * strength;
    total += strength;
    strength /= 2;
    f *= 2.03;
  }
  return sum / total;
}

/** Distance to the nearest of randomly strewn points, one a unit cell (Worley 1996), and that cell's own random number. */
export function cells(x: number, y: number, z: number, seed = 0): { distance: number; own: number } {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  let [best, own] = [Number.POSITIVE_INFINITY, 0];
  for (let cx = ix - 1; cx <= ix + 1; cx++) {
    for (let cy = iy - 1; cy <= iy + 1; cy++) {
      for (let cz = iz - 1; cz <= iz + 1; cz++) {
        const dx = cx + hash(cx, cy, cz, seed) - x;
        const dy = cy + hash(cx, cy, cz, seed + 1) - y;
        const dz = cz + hash(cx, cy, cz, seed + 2) - z;
        const square = dx * dx + dy * dy + dz * dz;
        if (square >= best) continue;
        best = square;
        own = hash(cx, cy, cz, seed + 3);
      }
    }
  }
  return { distance: Math.sqrt(best), own };
}
