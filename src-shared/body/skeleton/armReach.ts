import type { Side } from '../landmarks.ts';
import { FOREARM_LENGTH, UPPER_ARM_LENGTH } from './joints.ts';
import { setRotationOfAxes } from './quaternions.ts';

/** An arm is never quite straight: at the last millimetres elbows would snap. */
const LONGEST_REACH = 0.999 * (UPPER_ARM_LENGTH + FOREARM_LENGTH);
const SHORTEST_REACH = 0.06;

const way = new Float32Array(3);
const aside = new Float32Array(3);
const upper = new Float32Array(3);
const fore = new Float32Array(3);
const hinge = new Float32Array(3);
const depth = new Float32Array(3);

/**
 * Turns upper arm and forearm so that the wrist is where it shall be, or as near to it as the arm is long. The elbow's
 * place on the circle that is left to it is the one nearest to a direction.
 *
 * @param shoulder,wrist places in metres, x y z
 * @param elbow unit direction in which the elbow shows
 * @param out receives the rotations to the world of upper arm and forearm, at `atUpper` and `atFore`
 */
export function reach(
  side: Side,
  shoulder: ArrayLike<number>,
  wrist: ArrayLike<number>,
  elbow: ArrayLike<number>,
  out: Float32Array,
  atUpper: number,
  atFore: number,
): void {
  for (let i = 0; i < 3; i++) way[i] = (wrist[i] ?? 0) - (shoulder[i] ?? 0);
  const distance = Math.min(LONGEST_REACH, Math.max(SHORTEST_REACH, normalize(way)));
  const along = alongOf(elbow, way);
  for (let i = 0; i < 3; i++) aside[i] = (elbow[i] ?? 0) - along * (way[i] ?? 0);
  if (normalize(aside) < 1e-4) pickAside();
  // Law of cosines in the triangle of shoulder, elbow and wrist.
  const cosine = clampCosine(
    (UPPER_ARM_LENGTH ** 2 + distance ** 2 - FOREARM_LENGTH ** 2) / (2 * UPPER_ARM_LENGTH * distance),
  );
  const sine = Math.sqrt(1 - cosine * cosine);
  for (let i = 0; i < 3; i++) {
    upper[i] = cosine * (way[i] ?? 0) + sine * (aside[i] ?? 0);
    fore[i] = distance * (way[i] ?? 0) - UPPER_ARM_LENGTH * (upper[i] ?? 0);
  }
  normalize(fore);
  cross(aside, way, hinge);
  const sign = side === 'left' ? 1 : -1;
  for (let i = 0; i < 3; i++) hinge[i] = -sign * (hinge[i] ?? 0);
  turnArm(upper, sign, out, atUpper);
  turnArm(fore, sign, out, atFore);
}

/** The rotation whose x axis runs along the arm (the right arm's against it), and whose y axis is the elbow's hinge. */
function turnArm(along: Float32Array, sign: number, out: Float32Array, at: number): void {
  for (let i = 0; i < 3; i++) along[i] = sign * (along[i] ?? 0);
  cross(along, hinge, depth);
  setRotationOfAxes(along, hinge, depth, out, at);
}

function pickAside(): void {
  // The elbow shall show along the arm itself: any side of it will do.
  aside[0] = way[1] ?? 0;
  aside[1] = -(way[0] ?? 0);
  aside[2] = 0;
  if (normalize(aside) < 1e-4) aside[0] = 1;
}

function alongOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return (a[0] ?? 0) * (b[0] ?? 0) + (a[1] ?? 0) * (b[1] ?? 0) + (a[2] ?? 0) * (b[2] ?? 0);
}

function normalize(vector: Float32Array): number {
  const length = Math.sqrt(alongOf(vector, vector));
  if (length > 0) for (let i = 0; i < 3; i++) vector[i] = (vector[i] ?? 0) / length;
  return length;
}

function cross(a: ArrayLike<number>, b: ArrayLike<number>, out: Float32Array): void {
  const [a0 = 0, a1 = 0, a2 = 0] = [a[0], a[1], a[2]];
  const [b0 = 0, b1 = 0, b2 = 0] = [b[0], b[1], b[2]];
  out[0] = a1 * b2 - a2 * b1;
  out[1] = a2 * b0 - a0 * b2;
  out[2] = a0 * b1 - a1 * b0;
}

const clampCosine = (value: number): number => Math.min(1, Math.max(-1, value));
