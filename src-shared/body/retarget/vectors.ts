import { setRotationOfAxes } from '../skeleton/quaternions.ts';

/** Three numbers that are made anew by each function: for setting up, not for every frame. */
export type Vector = readonly [x: number, y: number, z: number];

export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const negate = (a: Vector): Vector => [-a[0], -a[1], -a[2]];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The unit vector of the same direction, or undefined for one too short to have any. */
function direction(a: Vector): Vector | undefined {
  const length = Math.hypot(...a);
  return length < 1e-6 ? undefined : [a[0] / length, a[1] / length, a[2] / length];
}

/**
 * The rotation (x, y, z, w) whose x axis is `along` and whose y axis lies as near to `hint` as it can, or undefined where
 * the two are parallel or one is missing.
 */
export function frameOf(along: Vector | undefined, hint: Vector | undefined): Float32Array | undefined {
  const x = along && direction(along);
  const z = x && hint && direction(cross(x, hint));
  if (!x || !z) return undefined;
  const frame = new Float32Array(4);
  setRotationOfAxes(x, cross(z, x), z, frame, 0);
  return frame;
}
