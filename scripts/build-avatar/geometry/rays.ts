import { cross, dot, type Points, pointAt, subtract, type Vec3 } from './points.ts';

interface Leaf {
  readonly low: Vec3;
  readonly high: Vec3;
  readonly triangles?: readonly number[];
  readonly children?: readonly [Leaf, Leaf];
}

const LEAF_SIZE = 6;

/** Finds whether rays meet a set of triangles: a tree of boxes, split at the median of the longest side. */
export class RayTree {
  readonly #positions: Points;
  readonly #triangles: ArrayLike<number>;
  readonly #root: Leaf;

  constructor(positions: Points, triangles: ArrayLike<number>) {
    this.#positions = positions;
    this.#triangles = triangles;
    this.#root = this.#split(Array.from({ length: triangles.length / 3 }, (_, i) => i));
  }

  /** Whether something stands within `reach` of `origin` in a unit `direction`. */
  isBlocked(origin: Vec3, direction: Vec3, reach: number): boolean {
    return this.#meets(this.#root, origin, direction, reach);
  }

  #corner(triangle: number, k: number): Vec3 {
    return pointAt(this.#positions, this.#triangles[triangle * 3 + k] ?? 0);
  }

  #split(triangles: readonly number[]): Leaf {
    const corners = triangles.flatMap((triangle) => [0, 1, 2].map((k) => this.#corner(triangle, k)));
    const side = (axis: 0 | 1 | 2, pick: (a: number, b: number) => number): number =>
      corners.reduce((best, corner) => pick(best, corner[axis]), corners[0]?.[axis] ?? 0);
    const low: Vec3 = [side(0, Math.min), side(1, Math.min), side(2, Math.min)];
    const high: Vec3 = [side(0, Math.max), side(1, Math.max), side(2, Math.max)];
    if (triangles.length <= LEAF_SIZE) return { low, high, triangles };
    const size = subtract(high, low);
    const axis = size[0] >= size[1] && size[0] >= size[2] ? 0 : size[1] >= size[2] ? 1 : 2;
    const middle = (triangle: number): number =>
      this.#corner(triangle, 0)[axis] + this.#corner(triangle, 1)[axis] + this.#corner(triangle, 2)[axis];
    const sorted = triangles.toSorted((a, b) => middle(a) - middle(b));
    const half = sorted.length >> 1;
    return { low, high, children: [this.#split(sorted.slice(0, half)), this.#split(sorted.slice(half))] };
  }

  #meets(leaf: Leaf, origin: Vec3, direction: Vec3, reach: number): boolean {
    if (!meetsBox(leaf, origin, direction, reach)) return false;
    if (leaf.children) return leaf.children.some((child) => this.#meets(child, origin, direction, reach));
    return (leaf.triangles ?? []).some((triangle) => {
      const distance = this.#distance(triangle, origin, direction);
      return distance > 1e-4 && distance < reach;
    });
  }

  /** Distance along the ray to a triangle, or infinity (Moeller and Trumbore 1997). */
  #distance(triangle: number, origin: Vec3, direction: Vec3): number {
    const a = this.#corner(triangle, 0);
    const [e, f] = [subtract(this.#corner(triangle, 1), a), subtract(this.#corner(triangle, 2), a)];
    const p = cross(direction, f);
    const determinant = dot(e, p);
    if (Math.abs(determinant) < 1e-12) return Number.POSITIVE_INFINITY;
    const s = subtract(origin, a);
    const u = dot(s, p) / determinant;
    const q = cross(s, e);
    const v = dot(direction, q) / determinant;
    return u < 0 || v < 0 || u + v > 1 ? Number.POSITIVE_INFINITY : dot(f, q) / determinant;
  }
}

function meetsBox({ low, high }: Leaf, origin: Vec3, direction: Vec3, reach: number): boolean {
  let [near, far] = [0, reach];
  for (const axis of [0, 1, 2] as const) {
    const inverse = 1 / (direction[axis] || 1e-12);
    const a = (low[axis] - origin[axis]) * inverse;
    const b = (high[axis] - origin[axis]) * inverse;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far;
}
