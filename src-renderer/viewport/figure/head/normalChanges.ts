/** Offsets under this, in metres, move nothing that shows. */
const STILL = 1e-6;

/**
 * How a mesh's normals change when its vertices are moved. Prepared once: only the triangles that a displacement
 * touches are looked at again.
 * @returns a function from offsets (3 numbers a vertex) to the change of each vertex's unit normal
 */
export function normalChanges(
  positions: readonly number[],
  triangles: readonly number[],
): (offsets: Float32Array) => Float32Array {
  const still = new Float32Array(positions.length);
  const sums = new Float64Array(positions.length);
  const normal = new Float64Array(3);
  const addTriangle = (i: number, offsets: Float32Array, sign: number, to: Float64Array): void => {
    faceNormal(positions, offsets, triangles, i, normal);
    for (let corner = 0; corner < 3; corner++) {
      const at = (triangles[i + corner] ?? 0) * 3;
      for (let axis = 0; axis < 3; axis++) to[at + axis] = (to[at + axis] ?? 0) + sign * (normal[axis] ?? 0);
    }
  };
  for (let i = 0; i < triangles.length; i += 3) addTriangle(i, still, 1, sums);

  return (offsets) => {
    const moved = Float64Array.from(sums);
    const touched = new Set<number>();
    for (let i = 0; i < triangles.length; i += 3) {
      if (!moves(offsets, triangles, i)) continue;
      addTriangle(i, still, -1, moved);
      addTriangle(i, offsets, 1, moved);
      for (let corner = 0; corner < 3; corner++) touched.add(triangles[i + corner] ?? 0);
    }
    const changes = new Float32Array(positions.length);
    for (const vertex of touched) {
      const before = lengthAt(sums, vertex);
      const after = lengthAt(moved, vertex);
      for (let axis = vertex * 3; axis < vertex * 3 + 3; axis++) {
        changes[axis] = (moved[axis] ?? 0) / after - (sums[axis] ?? 0) / before;
      }
    }
    return changes;
  };
}

function moves(offsets: Float32Array, triangles: readonly number[], i: number): boolean {
  for (let corner = 0; corner < 3; corner++) {
    const at = (triangles[i + corner] ?? 0) * 3;
    const moved =
      Math.abs(offsets[at] ?? 0) + Math.abs(offsets[at + 1] ?? 0) + Math.abs(offsets[at + 2] ?? 0);
    if (moved > STILL) return true;
  }
  return false;
}

function lengthAt(vectors: Float64Array, vertex: number): number {
  const at = vertex * 3;
  return Math.hypot(vectors[at] ?? 0, vectors[at + 1] ?? 0, vectors[at + 2] ?? 0) || 1;
}

function faceNormal(
  positions: readonly number[],
  offsets: Float32Array,
  triangles: readonly number[],
  i: number,
  out: Float64Array,
): void {
  const at = (corner: number, axis: number): number => {
    const index = (triangles[i + corner] ?? 0) * 3 + axis;
    return (positions[index] ?? 0) + (offsets[index] ?? 0);
  };
  const [ax, ay, az] = [at(0, 0), at(0, 1), at(0, 2)];
  const [ux, uy, uz] = [at(1, 0) - ax, at(1, 1) - ay, at(1, 2) - az];
  const [vx, vy, vz] = [at(2, 0) - ax, at(2, 1) - ay, at(2, 2) - az];
  out[0] = uy * vz - uz * vy;
  out[1] = uz * vx - ux * vz;
  out[2] = ux * vy - uy * vx;
}
