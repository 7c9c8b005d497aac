import type { Vec3 } from './points.ts';

/** Room for this many cubes along each axis. */
const SPAN = 2048;

/** Finds how close the nearest of many points is: space is cut into cubes, and each keeps one of the points within it. */
export class PointGrid {
  readonly #cells = new Map<number, Vec3>();
  readonly #size: number;

  /** `points`: x, y, z interleaved; `size`: edge of a cube, and so the accuracy of what is found. */
  constructor(points: readonly number[], size: number) {
    this.#size = size;
    for (let i = 0; i < points.length; i += 3) {
      const point: Vec3 = [points[i] ?? 0, points[i + 1] ?? 0, points[i + 2] ?? 0];
      this.#cells.set(this.#key(this.#cube(point[0]), this.#cube(point[1]), this.#cube(point[2])), point);
    }
  }

  /** Distance to the nearest point, or `reach` where none is as close. */
  distance([x, y, z]: Vec3, reach: number): number {
    const span = Math.ceil(reach / this.#size);
    const [cx, cy, cz] = [this.#cube(x), this.#cube(y), this.#cube(z)];
    let best = reach * reach;
    for (let i = cx - span; i <= cx + span; i++) {
      for (let j = cy - span; j <= cy + span; j++) {
        for (let k = cz - span; k <= cz + span; k++) {
          const point = this.#cells.get(this.#key(i, j, k));
          if (!point) continue;
          const square = (point[0] - x) ** 2 + (point[1] - y) ** 2 + (point[2] - z) ** 2;
          if (square < best) best = square;
        }
      }
    }
    return Math.sqrt(best);
  }

  #cube(value: number): number {
    return Math.floor(value / this.#size) + SPAN / 2;
  }

  #key(i: number, j: number, k: number): number {
    return (i * SPAN + j) * SPAN + k;
  }
}
