import { add, cross, normalise, type Points, pointAt, scale, type Vec3 } from '../geometry/points.ts';
import type { RayTree } from '../geometry/rays.ts';

/** Rays a vertex; more are smoother and slower. */
const RAYS = 40;
/** Turn between neighbouring rays: the golden angle spreads them evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * How open the surface is at each vertex, 0 (enclosed) to 1: cosine-weighted rays that meet nothing of `tree` within
 * `reach`, which has the positions' unit.
 */
export function occlusion(positions: Points, normals: Points, reach: number, tree: RayTree): Float32Array {
  const rays = Array.from({ length: RAYS }, (_, i): readonly [number, number, number] => {
    const radius = Math.sqrt((i + 0.5) / RAYS);
    return [
      radius * Math.cos(i * GOLDEN_ANGLE),
      radius * Math.sin(i * GOLDEN_ANGLE),
      Math.sqrt(1 - radius ** 2),
    ];
  });
  return Float32Array.from({ length: positions.length / 3 }, (_, vertex) => {
    const normal = pointAt(normals, vertex);
    const origin = add(pointAt(positions, vertex), scale(normal, 0.004));
    const side = normalise(cross(normal, Math.abs(normal[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
    const up = cross(normal, side);
    const open = rays.filter(([x, y, z]) => {
      const direction: Vec3 = add(add(scale(side, x), scale(up, y)), scale(normal, z));
      return !tree.isBlocked(origin, normalise(direction), reach);
    });
    return open.length / RAYS;
  });
}
