import { type DecodedMesh, posed } from './decode.ts';

/** A rectangle before the face, seen along -Z; metres. */
export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly step: number;
}

/** What is seen at each place of a window. */
export interface Seen {
  /** Index of the mesh, or -1 for nothing. */
  readonly mesh: Int16Array;
  readonly depth: Float64Array;
}

/** Looks at meshes from the front without perspective: the nearest surface at each place, by a depth buffer. */
export function frontView(
  meshes: readonly DecodedMesh[],
  weights: Readonly<Record<string, number>>,
  { x: [left, right], y: [low, high], step }: Window,
): Seen {
  const [columns, rows] = [Math.round((right - left) / step), Math.round((high - low) / step)];
  const seen = {
    mesh: new Int16Array(columns * rows).fill(-1),
    depth: new Float64Array(columns * rows).fill(Number.NEGATIVE_INFINITY),
  };
  meshes.forEach((mesh, index) => {
    const points = posed(mesh, weights);
    for (let t = 0; t < mesh.triangles.length; t += 3) {
      const [ax, ay, az, bx, by, bz, cx, cy, cz] = [0, 1, 2].flatMap((k) => {
        const vertex = (mesh.triangles[t + k] ?? 0) * 3;
        return [
          ((points[vertex] ?? 0) - left) / step - 0.5,
          ((points[vertex + 1] ?? 0) - low) / step - 0.5,
          points[vertex + 2] ?? 0,
        ];
      }) as [number, number, number, number, number, number, number, number, number];
      const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
      if (Math.abs(area) < 1e-12) continue;
      const [x0, x1] = [
        Math.max(0, Math.ceil(Math.min(ax, bx, cx))),
        Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx))),
      ];
      const [y0, y1] = [
        Math.max(0, Math.ceil(Math.min(ay, by, cy))),
        Math.min(rows - 1, Math.floor(Math.max(ay, by, cy))),
      ];
      for (let y = y0; y <= y1; y++) {
        for (let x = x0; x <= x1; x++) {
          const b = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area;
          const c = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area;
          if (b < 0 || c < 0 || b + c > 1) continue;
          const z = az * (1 - b - c) + bz * b + cz * c;
          const at = y * columns + x;
          if (z <= (seen.depth[at] ?? 0)) continue;
          seen.depth[at] = z;
          seen.mesh[at] = index;
        }
      }
    }
  });
  return seen;
}
