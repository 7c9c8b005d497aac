import {
  addToPoint,
  cross,
  normalise,
  type Points,
  pointAt,
  setPoint,
  subtract,
  type Vec3,
} from './points.ts';

/** A face's corners, as indices. */
export type Corners = readonly number[];

/** Vertices that share an edge with each vertex. */
export function neighboursOf(faces: Iterable<Corners>, vertexCount: number): readonly number[][] {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>());
  for (const face of faces) {
    face.forEach((vertex, i) => {
      const next = face[(i + 1) % face.length] ?? vertex;
      sets[vertex]?.add(next);
      sets[next]?.add(vertex);
    });
  }
  return sets.map((set) => [...set]);
}

/**
 * Laplacian smoothing of `width` interleaved values a vertex: every step moves each value by `strength` (0..1) towards
 * its neighbours' mean. Vertices for which `isFree` is false keep theirs.
 */
export function smoothField(
  field: Float64Array,
  width: number,
  neighbours: readonly number[][],
  {
    steps,
    strength = 0.5,
    isFree,
  }: { steps: number; strength?: number; isFree?: (vertex: number) => boolean },
): Float64Array {
  let current = field.slice();
  for (let step = 0; step < steps; step++) {
    const next = current.slice();
    neighbours.forEach((around, vertex) => {
      if (around.length === 0 || (isFree && !isFree(vertex))) return;
      for (let k = 0; k < width; k++) {
        let mean = 0;
        for (const other of around) mean += current[other * width + k] ?? 0;
        const old = current[vertex * width + k] ?? 0;
        next[vertex * width + k] = old + (mean / around.length - old) * strength;
      }
    });
    current = next;
  }
  return current;
}

/** Unit normals of the vertices, each face weighing by its area. */
export function normalsOf(points: ArrayLike<number>, faces: Iterable<Corners>): Points {
  const normals = new Float64Array(points.length);
  for (const face of faces) {
    const normal = faceNormal(points, face);
    for (const vertex of face) addToPoint(normals, vertex, normal);
  }
  for (let i = 0; i < normals.length / 3; i++) setPoint(normals, i, normalise(pointAt(normals, i)));
  return normals;
}

/** Normal of a triangle or quad, as long as twice its area. */
function faceNormal(points: ArrayLike<number>, face: Corners): Vec3 {
  const corner = (i: number): Vec3 => pointAt(points, face[i] ?? 0);
  const last = face.length - 1;
  return face.length === 4
    ? cross(subtract(corner(2), corner(0)), subtract(corner(3), corner(1)))
    : cross(subtract(corner(1), corner(0)), subtract(corner(last), corner(0)));
}

/** Edges that belong to one face only, in the direction in which that face runs. */
export function boundaryEdges(faces: Iterable<Corners>): readonly (readonly [number, number])[] {
  const edges = new Map<string, readonly [number, number]>();
  for (const face of faces) {
    face.forEach((from, i) => {
      const to = face[(i + 1) % face.length] ?? from;
      if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, [from, to]);
    });
  }
  return [...edges.values()];
}
