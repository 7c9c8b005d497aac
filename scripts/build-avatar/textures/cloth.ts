import { smoothstep, type Vec3 } from '../geometry/points.ts';
import type { Part } from '../parts/shape.ts';
import { fractal, noise } from './noise.ts';
import type { Rgb } from './picture.ts';
import { mixAt, mixPoint, type Texel } from './raster.ts';
import { times } from './skinTone.ts';
import type { Finish } from './surface.ts';

/** A quiet dark blue: hands of any skin stand out before it. */
export const TOP_COLOUR: Rgb = [0.165, 0.235, 0.325];
export const TROUSERS_COLOUR: Rgb = [0.14, 0.145, 0.16];

/** Places where cloth folds, decimetres, the subject's left: elbow, armpit, waist, crotch, knee. */
const FOLDS: readonly { readonly at: Vec3; readonly radius: number; readonly along: Vec3 }[] = [
  { at: [3.2, 2.82, 0.23], radius: 0.75, along: [0.66, -0.7, 0.3] },
  { at: [1.5, 4.2, 0.2], radius: 0.7, along: [0.7, -0.7, 0] },
  { at: [1.0, 1.6, 0], radius: 1.0, along: [0.1, 1, 0] },
  { at: [0.6, -0.6, 0.5], radius: 0.8, along: [0.5, 1, 0] },
  { at: [1.34, -3.47, 0.44], radius: 0.8, along: [0.1, 1, 0.1] },
  { at: [1.6, -6.9, 0.3], radius: 0.6, along: [0, 1, 0] },
];

/** A plain fabric with soft folds and a fine weave; `weave` is the distance of threads, decimetres. */
export function clothFinish(
  part: Part,
  colour: Rgb,
  weave: number,
  open: Float32Array,
): (texel: Texel) => Finish {
  return (texel) => {
    const point = mixPoint(part.positions, texel);
    const light = mixAt(open, texel);
    const mottled =
      1 +
      fractal(point, 1.5, 2, 3) * 0.04 +
      noise(point[0] / weave, point[1] / weave, point[2] / weave, 5) * 0.035;
    return {
      colour: times(times(colour, mottled), 0.72 + 0.28 * smoothstep(0.1, 0.85, light)),
      roughness: 0.88,
      height: folds(point) + noise(point[0] / weave, point[1] / weave, point[2] / weave, 7) * weave * 0.035,
      occlusion: light,
    };
  };
}

/** Height of the folds: ridges across a limb, bent by noise, strongest where the body bends. */
function folds(point: Vec3): number {
  const mirrored: Vec3 = [Math.abs(point[0]), point[1], point[2]];
  let height = fractal(point, 0.9, 3, 13) * 0.02;
  for (const { at, radius, along } of FOLDS) {
    const [x, y, z] = [mirrored[0] - at[0], mirrored[1] - at[1], mirrored[2] - at[2]];
    const near = Math.exp(-((x * x + y * y + z * z) / radius ** 2));
    if (near < 0.01) continue;
    const run = x * along[0] + y * along[1] + z * along[2];
    const bent = fractal(mirrored, 1.8, 2, 17) * 1.1;
    height += near * 0.028 * Math.sin((run * 1.0 + bent * 0.35) * 15);
  }
  return height;
}
