import { add, addToPoint, normalise, pointAt, scale, subtract, type Vec3 } from '../geometry/points.ts';
import { boundaryEdges, normalsOf } from '../geometry/topology.ts';
import { SKELETON } from '../person/skeleton.ts';
import type { Face, Shape } from './shape.ts';

/** Thickness of the cloth, and how far its edges are folded inward, decimetres. */
const THICKNESS = 0.025;
const FOLD = 0.09;

/** The shape with its open edges folded inward, so that the cloth shows a thickness and no edge of nothing. */
export function withRims(shape: Shape): Shape {
  const surface = shape.faces.map(({ vertices }) => vertices);
  const edges = boundaryEdges(surface);
  const normals = normalsOf(shape.positions, surface);
  const uvOf = new Map(
    shape.faces.flatMap(({ vertices, uvs }) => vertices.map((vertex, i) => [vertex, uvs[i] ?? 0] as const)),
  );
  const inward = inwardDirections(shape, edges);
  const positions = Array.from(shape.positions);
  const weights = Array.from(shape.weights);
  const folded = new Map<number, readonly [edge: number, inside: number]>();
  const copy = (vertex: number, place: Vec3): number => {
    positions.push(...place);
    for (let joint = 0; joint < SKELETON.length; joint++)
      weights.push(shape.weights[vertex * SKELETON.length + joint] ?? 0);
    return positions.length / 3 - 1;
  };
  for (const [vertex, direction] of inward) {
    const under = add(pointAt(shape.positions, vertex), scale(pointAt(normals, vertex), -THICKNESS));
    folded.set(vertex, [copy(vertex, under), copy(vertex, add(under, scale(direction, FOLD)))]);
  }
  const faces: Face[] = edges.flatMap(([from, to]) => {
    const [a, b] = [folded.get(from), folded.get(to)];
    if (!a || !b) return [];
    const uvs = [uvOf.get(to) ?? 0, uvOf.get(from) ?? 0, uvOf.get(from) ?? 0, uvOf.get(to) ?? 0];
    return [
      { vertices: [to, from, a[0], b[0]], uvs },
      { vertices: [b[0], a[0], a[1], b[1]], uvs },
    ];
  });
  return {
    ...shape,
    positions: Float64Array.from(positions),
    weights: Float64Array.from(weights),
    faces: [...shape.faces, ...faces],
  };
}

/** From every vertex of an open edge into the cloth. */
function inwardDirections(
  shape: Shape,
  edges: readonly (readonly [number, number])[],
): ReadonlyMap<number, Vec3> {
  const rim = new Set(edges.flat());
  const sums = new Float64Array(shape.positions.length);
  for (const { vertices } of shape.faces) {
    const middle = scale(
      vertices.reduce<Vec3>((sum, vertex) => add(sum, pointAt(shape.positions, vertex)), [0, 0, 0]),
      1 / vertices.length,
    );
    for (const vertex of vertices) {
      if (rim.has(vertex))
        addToPoint(sums, vertex, normalise(subtract(middle, pointAt(shape.positions, vertex))));
    }
  }
  return new Map([...rim].map((vertex) => [vertex, normalise(pointAt(sums, vertex))]));
}
