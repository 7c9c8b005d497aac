import type { DistanceField } from './distance.ts';
import { writeNormals } from './normals.ts';
import type { Surface } from './surface.ts';

/** Heights over the skin at which it is asked how near other skin is, in metres. */
const PROBES = [0.004, 0.009, 0.017, 0.03];
const STRENGTH = 0.48;
const DARKEST = 0.5;

/** Darkens the colours of vertices that lie in folds and hollows of a field, as if light came from all around. */
export function shadeHollows(surface: Surface, field: DistanceField, first = 0): void {
  const normals = writeNormals(new Float32Array(surface.positions), surface.triangles);
  for (let vertex = first; vertex < surface.vertexCount; vertex++) {
    const at = vertex * 3;
    let covered = 0;
    for (const probe of PROBES) {
      const distance = field(
        surface.x(vertex) + (normals[at] ?? 0) * probe,
        surface.y(vertex) + (normals[at + 1] ?? 0) * probe,
        surface.z(vertex) + (normals[at + 2] ?? 0) * probe,
      );
      covered += Math.max(0, 1 - distance / probe) / PROBES.length;
    }
    const light = Math.max(DARKEST, 1 - STRENGTH * covered);
    for (let channel = at; channel < at + 3; channel++) {
      surface.colors[channel] = (surface.colors[channel] ?? 0) * light;
    }
  }
}
