/** Rotations that lie four numbers apart (x, y, z, w) in one array. Results may be written over their inputs. */

/** Writes the identity at every place. */
export function fillIdentity(rotations: Float32Array): void {
  for (let at = 0; at < rotations.length; at += 4) setQuaternion(rotations, at, 0, 0, 0, 1);
}

function setQuaternion(out: Float32Array, at: number, x: number, y: number, z: number, w: number): void {
  out[at] = x;
  out[at + 1] = y;
  out[at + 2] = z;
  out[at + 3] = w;
}

/** `out = a * b`: first b, then a. */
export function multiplyQuaternions(
  a: ArrayLike<number>,
  atA: number,
  b: ArrayLike<number>,
  atB: number,
  out: Float32Array,
  at: number,
): void {
  const ax = a[atA] ?? 0;
  const ay = a[atA + 1] ?? 0;
  const az = a[atA + 2] ?? 0;
  const aw = a[atA + 3] ?? 1;
  const bx = b[atB] ?? 0;
  const by = b[atB + 1] ?? 0;
  const bz = b[atB + 2] ?? 0;
  const bw = b[atB + 3] ?? 1;
  setQuaternion(
    out,
    at,
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  );
}

/** `out` = the inverse of a, then b after it: how b is turned as seen from a. */
export function relativeQuaternion(
  a: ArrayLike<number>,
  atA: number,
  b: ArrayLike<number>,
  atB: number,
  out: Float32Array,
  at: number,
): void {
  inverse[0] = -(a[atA] ?? 0);
  inverse[1] = -(a[atA + 1] ?? 0);
  inverse[2] = -(a[atA + 2] ?? 0);
  inverse[3] = a[atA + 3] ?? 1;
  multiplyQuaternions(inverse, 0, b, atB, out, at);
}
const inverse = new Float32Array(4);

/** Degrees in radians. */
export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The rotation by an angle in radians about a unit axis. */
export function setAxisAngle(
  out: Float32Array,
  at: number,
  axis: readonly [number, number, number],
  radians: number,
): void {
  const sine = Math.sin(radians / 2);
  setQuaternion(out, at, axis[0] * sine, axis[1] * sine, axis[2] * sine, Math.cos(radians / 2));
}

/** Blend of two rotations along the shorter way at constant angular speed: a at 0, b at 1. */
export function slerpQuaternions(
  a: ArrayLike<number>,
  atA: number,
  b: ArrayLike<number>,
  atB: number,
  share: number,
  out: Float32Array,
  at: number,
): void {
  let cosine = 0;
  for (let i = 0; i < 4; i++) cosine += (a[atA + i] ?? 0) * (b[atB + i] ?? 0);
  const sign = cosine < 0 ? -1 : 1;
  const angle = Math.acos(Math.min(1, cosine * sign));
  const sine = Math.sin(angle);
  // Nearly the same rotation: a straight blend is exact enough, and divides by no small sine.
  const isNear = sine < 1e-4;
  const shareA = isNear ? 1 - share : Math.sin((1 - share) * angle) / sine;
  const shareB = (isNear ? share : Math.sin(share * angle) / sine) * sign;
  for (let i = 0; i < 4; i++) out[at + i] = (a[atA + i] ?? 0) * shareA + (b[atB + i] ?? 0) * shareB;
}

/** Turns the vector at `at` of `vector` by a rotation. */
export function rotateVector(
  rotation: ArrayLike<number>,
  atRotation: number,
  vector: Float32Array,
  at: number,
): void {
  const qx = rotation[atRotation] ?? 0;
  const qy = rotation[atRotation + 1] ?? 0;
  const qz = rotation[atRotation + 2] ?? 0;
  const qw = rotation[atRotation + 3] ?? 1;
  const x = vector[at] ?? 0;
  const y = vector[at + 1] ?? 0;
  const z = vector[at + 2] ?? 0;
  const tx = 2 * (qy * z - qz * y);
  const ty = 2 * (qz * x - qx * z);
  const tz = 2 * (qx * y - qy * x);
  vector[at] = x + qw * tx + qy * tz - qz * ty;
  vector[at + 1] = y + qw * ty + qz * tx - qx * tz;
  vector[at + 2] = z + qw * tz + qx * ty - qy * tx;
}

/** The rotation that takes the world's axes to three unit vectors at right angles to each other. */
export function setRotationOfAxes(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  z: ArrayLike<number>,
  out: Float32Array,
  at: number,
): void {
  const [x0 = 0, x1 = 0, x2 = 0] = [x[0], x[1], x[2]];
  const [y0 = 0, y1 = 0, y2 = 0] = [y[0], y[1], y[2]];
  const [z0 = 0, z1 = 0, z2 = 0] = [z[0], z[1], z[2]];
  // The largest of the four numbers is found first, so that nothing is divided by a small one.
  if (x0 + y1 + z2 > 0) {
    const s = 2 * Math.sqrt(x0 + y1 + z2 + 1);
    setQuaternion(out, at, (y2 - z1) / s, (z0 - x2) / s, (x1 - y0) / s, s / 4);
  } else if (x0 > y1 && x0 > z2) {
    const s = 2 * Math.sqrt(1 + x0 - y1 - z2);
    setQuaternion(out, at, s / 4, (y0 + x1) / s, (z0 + x2) / s, (y2 - z1) / s);
  } else if (y1 > z2) {
    const s = 2 * Math.sqrt(1 + y1 - x0 - z2);
    setQuaternion(out, at, (y0 + x1) / s, s / 4, (z1 + y2) / s, (z0 - x2) / s);
  } else {
    const s = 2 * Math.sqrt(1 + z2 - x0 - y1);
    setQuaternion(out, at, (z0 + x2) / s, (z1 + y2) / s, s / 4, (x1 - y0) / s);
  }
}
