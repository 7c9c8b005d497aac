/** Above this sine of the pitch the face looks straight up or down: yaw and roll are one turn then. */
const STRAIGHT_UP = 0.9999999;

/**
 * Yaw, pitch and roll of a rotation in radians, in the signs of Live Link Face: what `headQuaternionOfPhone` makes of
 * them is that rotation again.
 * @param rotation unit quaternions x, y, z, w, the one to read at `at`
 * @param out yaw, pitch, roll; its first three numbers are written
 */
export function phoneAnglesOfHead(rotation: ArrayLike<number>, at: number, out: Float32Array): void {
  const x = rotation[at] ?? 0;
  const y = rotation[at + 1] ?? 0;
  const z = rotation[at + 2] ?? 0;
  const w = rotation[at + 3] ?? 1;
  const sinPitch = 2 * (w * x - y * z);
  if (Math.abs(sinPitch) > STRAIGHT_UP) {
    out[0] = 0 - Math.atan2(2 * (w * y - x * z), 1 - 2 * (y * y + z * z));
    out[1] = (Math.sign(sinPitch) * Math.PI) / 2;
    out[2] = 0;
    return;
  }
  out[0] = 0 - Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
  out[1] = Math.asin(sinPitch);
  out[2] = 0 - Math.atan2(2 * (x * y + w * z), 1 - 2 * (x * x + z * z));
}
