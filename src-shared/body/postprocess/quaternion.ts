type Quaternion = ArrayLike<number>;

function dot(a: Quaternion, b: Quaternion): number {
  let sum = 0;
  for (let i = 0; i < 4; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Angle between two unit quaternions in radians, 0..pi. */
export function quaternionAngle(a: Quaternion, b: Quaternion): number {
  return 2 * Math.acos(Math.min(1, Math.abs(dot(a, b))));
}

/**
 * Normalised blend of the first four numbers along the shorter way: `from` at 0, `to` at 1. For the small angles
 * between neighbouring frames it is as good as a spherical blend. `result` may be `from` or `to`.
 */
export function blendQuaternions(
  from: Quaternion,
  to: Quaternion,
  share: number,
  result: Float32Array,
): void {
  const sign = dot(from, to) < 0 ? -1 : 1;
  let squared = 0;
  for (let i = 0; i < 4; i++) {
    const value = (from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * sign * share;
    result[i] = value;
    squared += value * value;
  }
  const length = Math.sqrt(squared) || 1;
  for (let i = 0; i < 4; i++) result[i] = (result[i] ?? 0) / length;
}
