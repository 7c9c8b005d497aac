/** Signed distances in metres, negative inside. Shapes are blended with `union` and `carve` into one smooth skin. */
export type DistanceField = (x: number, y: number, z: number) => number;

export function sphere(x: number, y: number, z: number, radius: number): number {
  return Math.sqrt(x * x + y * y + z * z) - radius;
}

/** Exact on the surface, a good estimate near it. */
export function ellipsoid(x: number, y: number, z: number, rx: number, ry: number, rz: number): number {
  const scaled = Math.hypot(x / rx, y / ry, z / rz);
  const gradient = Math.hypot(x / (rx * rx), y / (ry * ry), z / (rz * rz));
  return gradient === 0 ? -Math.min(rx, ry, rz) : (scaled * (scaled - 1)) / gradient;
}

/** A point of three coordinates. */
export type Point = readonly [x: number, y: number, z: number];

/** A bar with round ends from `a` to `b`, of radius `ra` at `a` and `rb` at `b`. */
export function taper(x: number, y: number, z: number, a: Point, b: Point, ra: number, rb: number): number {
  const [ax, ay, az] = a;
  const bx = b[0] - ax;
  const by = b[1] - ay;
  const bz = b[2] - az;
  const px = x - ax;
  const py = y - ay;
  const pz = z - az;
  const along = (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(px - bx * t, py - by * t, pz - bz * t) - (ra + (rb - ra) * t);
}

/** The union of two shapes, with a fillet about as wide as `blend`. */
export function union(a: number, b: number, blend: number): number {
  const h = Math.max(0, blend - Math.abs(a - b)) / blend;
  return Math.min(a, b) - h * h * blend * 0.25;
}

/** Shape `a` without shape `b`, its edge rounded over about `blend`. */
export function carve(a: number, b: number, blend: number): number {
  return -union(-a, b, blend);
}

const STEPS = 64;
const CLOSE = 1e-5;
/** Blended fields overestimate distances a little; shorter steps do not leap through them. */
const STEP_SHARE = 0.85;

/**
 * Distance along a ray (from a point outside, along a unit direction) to the field's surface; `reach` where it misses.
 */
export function march(
  field: DistanceField,
  from: Point,
  dx: number,
  dy: number,
  dz: number,
  reach: number,
): number {
  let travelled = 0;
  for (let step = 0; step < STEPS && travelled < reach; step++) {
    const distance = field(from[0] + dx * travelled, from[1] + dy * travelled, from[2] + dz * travelled);
    if (distance < CLOSE) return travelled;
    travelled += distance * STEP_SHARE;
  }
  return Math.min(travelled, reach);
}
