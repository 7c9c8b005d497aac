/** A position or direction: x, y, z. */
export type Vec3 = readonly [number, number, number];

/** Positions or displacements of many vertices: x, y, z interleaved. */
export type Points = Float64Array;

export function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(a: Vec3, factor: number): Vec3 {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function length(a: Vec3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** The direction of `a`; straight up for a vector without length. */
export function normalise(a: Vec3): Vec3 {
  const size = length(a);
  return size > 1e-12 ? scale(a, 1 / size) : [0, 1, 0];
}

/** Rodrigues' rotation of `a` about a unit axis, `angle` in radians, right-handed. */
export function rotate(a: Vec3, axis: Vec3, angle: number): Vec3 {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return add(add(scale(a, cos), scale(cross(axis, a), sin)), scale(axis, dot(axis, a) * (1 - cos)));
}

export function pointAt(points: ArrayLike<number>, index: number): Vec3 {
  const at = index * 3;
  return [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0];
}

export function setPoint(points: Points, index: number, value: Vec3): void {
  points.set(value, index * 3);
}

/** Adds `value * factor` to one vertex. */
export function addToPoint(points: Points, index: number, value: Vec3, factor = 1): void {
  setPoint(points, index, add(pointAt(points, index), scale(value, factor)));
}

/** Adds `source * factor` to `target`, all vertices. */
export function addPoints(target: Points, source: ArrayLike<number>, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + (source[i] ?? 0) * factor;
}

/** Mean position of the vertices `indices`. */
export function centroid(points: ArrayLike<number>, indices: Iterable<number>): Vec3 {
  let sum: Vec3 = [0, 0, 0];
  let count = 0;
  for (const index of indices) {
    sum = add(sum, pointAt(points, index));
    count++;
  }
  return scale(sum, 1 / Math.max(1, count));
}

/** 0 below `from`, 1 above `to`, smooth between (cubic Hermite). */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
