import { MeshoptSimplifier } from 'meshoptimizer';
import type { Part } from './shape.ts';

/** How far the surface may move, as a part of the mesh's size. */
const ERROR = 0.01;

/** The part with about `share` (0..1) of its triangles; vertices keep their places, so morph targets stay exact. */
export async function simplified(part: Part, share: number): Promise<Part> {
  await MeshoptSimplifier.ready;
  const target = Math.floor((part.triangles.length * share) / 3) * 3;
  const [triangles] = MeshoptSimplifier.simplify(
    part.triangles,
    Float32Array.from(part.positions),
    3,
    target,
    ERROR,
  );
  const kept = [...new Set(triangles)];
  const places = new Map(kept.map((vertex, i) => [vertex, i]));
  const pick = <T extends Float64Array | Float32Array | Uint16Array | Uint32Array>(
    values: T,
    width: number,
  ): T => {
    const picked = values.slice(0, kept.length * width) as T;
    kept.forEach((vertex, i) => {
      for (let k = 0; k < width; k++) picked[i * width + k] = values[vertex * width + k] ?? 0;
    });
    return picked;
  };
  return {
    ...part,
    positions: pick(part.positions, 3),
    normals: pick(part.normals, 3),
    uvs: pick(part.uvs, 2),
    triangles: Uint32Array.from(triangles, (vertex) => places.get(vertex) ?? 0),
    vertexOf: pick(part.vertexOf, 1),
    uvOf: pick(part.uvOf, 1),
    joints: pick(part.joints, 4),
    weights: pick(part.weights, 4),
    morphs: new Map(
      [...part.morphs].map(([name, { positions, normals }]) => [
        name,
        { positions: pick(positions, 3), normals: pick(normals, 3) },
      ]),
    ),
  };
}
