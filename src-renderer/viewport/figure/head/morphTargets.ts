import { displacements } from './displacements.ts';
import type { HeadMesh } from './headMesh.ts';

/** What a target does to the vertices that it moves. */
export interface MorphTarget {
  readonly name: string;
  readonly vertices: Uint32Array;
  /** Where each of these vertices goes at influence 1, from where it rests: 3 numbers a vertex, in metres. */
  readonly ways: Float32Array;
}

/** Ways shorter than this along every axis, in metres, do not show. */
const STILL = 1e-6;

/** The shapes that a head can take. */
export function morphTargets(mesh: HeadMesh): MorphTarget[] {
  return [...displacements(mesh)].map(([name, displace]) => {
    const vertices: number[] = [];
    const ways: number[] = [];
    for (let vertex = 0; vertex < mesh.surface.vertexCount; vertex++) {
      const way = displace(vertex);
      if (way.every((step) => Math.abs(step) < STILL)) continue;
      vertices.push(vertex);
      ways.push(...way);
    }
    return { name, vertices: new Uint32Array(vertices), ways: new Float32Array(ways) };
  });
}
