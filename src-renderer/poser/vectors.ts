import { Matrix4, type Quaternion, Vector3 } from 'three';
import { smoothstep } from '#shared/face/index.ts';

const matrix = new Matrix4();
const axisZ = new Vector3();
/** Squared length under which nothing is left of a vector. */
const PARALLEL = 1e-8;

/**
 * Reads the way from one landmark to another out of a world signal (MediaPipe's axes: x right, y down, z away) into the
 * figure's (x right in the picture, y up, z towards the camera), as a unit vector; zero where both are one point.
 */
export function directionBetween(world: Float32Array, from: number, to: number, out: Vector3): Vector3 {
  return out
    .set(
      (world[to * 3] ?? 0) - (world[from * 3] ?? 0),
      (world[from * 3 + 1] ?? 0) - (world[to * 3 + 1] ?? 0),
      (world[from * 3 + 2] ?? 0) - (world[to * 3 + 2] ?? 0),
    )
    .normalize();
}

/** A landmark of a world signal in the figure's axes. */
export function pointOf(world: Float32Array, landmark: number, out: Vector3): Vector3 {
  return out.set(world[landmark * 3] ?? 0, -(world[landmark * 3 + 1] ?? 0), -(world[landmark * 3 + 2] ?? 0));
}

/**
 * The rotation whose y axis is `y` and whose x axis lies as near to `x` as it can; `x` is changed.
 * @param y a unit vector, or zero for want of one: the result is the identity then
 */
export function orient(y: Vector3, x: Vector3, out: Quaternion): Quaternion {
  if (y.lengthSq() < 0.5) return out.identity();
  x.addScaledVector(y, -x.dot(y));
  if (x.lengthSq() < PARALLEL) x.set(y.y, -y.x, 0);
  if (x.lengthSq() < PARALLEL) x.set(1, 0, 0);
  x.normalize();
  axisZ.crossVectors(x, y);
  return out.setFromRotationMatrix(matrix.makeBasis(x, y, axisZ));
}

/** 0 below `low`, 1 above `high`, a soft step between. */
export function softStep(low: number, high: number, value: number): number {
  return smoothstep((value - low) / (high - low));
}
