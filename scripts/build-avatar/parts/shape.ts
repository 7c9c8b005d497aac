import type { Points } from '../geometry/points.ts';
import { neighboursOf, normalsOf, smoothField } from '../geometry/topology.ts';
import { strongest } from '../person/weights.ts';
import type { MaterialName } from './materials.ts';

/** Displacements by morph target's name. */
export type Morphs = ReadonlyMap<string, Points>;

/** Quads or triangles over vertices, with everything that moves them. Decimetres. */
export interface Shape {
  readonly positions: Points;
  readonly faces: readonly Face[];
  /** u v interleaved, v upwards. */
  readonly uvs: Float64Array;
  /** Dense joint weights, see DenseWeights. */
  readonly weights: Float64Array;
  readonly morphs: Morphs;
  /** Normals of a larger surface that this one is cut from; made from the faces where absent. */
  readonly smooth?: readonly Face[];
}

export interface Face {
  readonly vertices: readonly number[];
  readonly uvs: readonly number[];
}

/** A mesh as the file holds it. */
export interface Part {
  readonly name: string;
  readonly material: MaterialName;
  /** A second material in which the same triangles are drawn again, for edges softer than a cut-out. */
  readonly edge?: MaterialName;
  readonly positions: Points;
  readonly normals: Points;
  readonly uvs: Float64Array;
  readonly triangles: Uint32Array;
  /** Vertex and texture coordinate of the shape that each vertex was cut from. */
  readonly vertexOf: Uint32Array;
  readonly uvOf: Uint32Array;
  readonly joints: Uint16Array<ArrayBuffer>;
  readonly weights: Float32Array<ArrayBuffer>;
  readonly morphs: ReadonlyMap<string, { readonly positions: Points; readonly normals: Points }>;
}

/** A morph target that moves no vertex of a mesh further than this many decimetres (0.1 mm) is left out of that mesh. */
const STILL = 0.001;

/**
 * A part of the file from a shape: vertices are split where texture coordinates differ, faces become triangles, and
 * morph targets that move nothing are dropped.
 */
export function cutPart(name: string, material: MaterialName, shape: Shape): Part {
  const corners = new Map<string, number>();
  const sources: number[] = [];
  const sourceUvs: number[] = [];
  const uvs: number[] = [];
  const triangles: number[] = [];
  const cornerOf = (vertex: number, uv: number): number => {
    const key = `${vertex} ${uv}`;
    const known = corners.get(key);
    if (known !== undefined) return known;
    corners.set(key, sources.length);
    sources.push(vertex);
    sourceUvs.push(uv);
    uvs.push(shape.uvs[uv * 2] ?? 0, shape.uvs[uv * 2 + 1] ?? 0);
    return sources.length - 1;
  };
  for (const face of shape.faces) {
    const [a = 0, b = 0, c = 0, d] = face.vertices.map((vertex, i) => cornerOf(vertex, face.uvs[i] ?? 0));
    triangles.push(a, b, c);
    if (d !== undefined) triangles.push(a, c, d);
  }
  const surface = (shape.smooth ?? shape.faces).map(({ vertices }) => vertices);
  const neutral = normalsOf(shape.positions, surface);
  const take = (points: Points): Points =>
    Float64Array.from({ length: sources.length * 3 }, (_, i) => {
      const vertex = sources[Math.floor(i / 3)] ?? 0;
      return points[vertex * 3 + (i % 3)] ?? 0;
    });
  const morphs = new Map<string, { positions: Points; normals: Points }>();
  for (const [target, delta] of shape.morphs) {
    const positions = take(delta);
    if (!positions.some((value) => Math.abs(value) > STILL)) continue;
    const moved = shape.positions.map((value, i) => value + (delta[i] ?? 0));
    const normals = normalsOf(moved, surface).map((value, i) => value - (neutral[i] ?? 0));
    morphs.set(target, { positions, normals: take(normals) });
  }
  return {
    name,
    material,
    positions: take(shape.positions),
    normals: take(neutral),
    uvs: Float64Array.from(uvs),
    triangles: Uint32Array.from(triangles),
    vertexOf: Uint32Array.from(sources),
    uvOf: Uint32Array.from(sourceUvs),
    ...binding(shape.weights, sources),
    morphs,
  };
}

function binding(dense: Float64Array, sources: readonly number[]): Pick<Part, 'joints' | 'weights'> {
  const rows = sources.map((vertex) => strongest(dense, vertex));
  return {
    joints: Uint16Array.from(rows.flatMap(({ joints }) => joints)),
    weights: Float32Array.from(rows.flatMap(({ weights }) => weights)),
  };
}

/** The shape with small steps of its surface evened out. */
export function combed(shape: Shape): Shape {
  const neighbours = neighboursOf(
    shape.faces.map(({ vertices }) => vertices),
    shape.positions.length / 3,
  );
  return { ...shape, positions: smoothField(shape.positions, 3, neighbours, { steps: 1, strength: 0.5 }) };
}
