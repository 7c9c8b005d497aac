/**
 * Smooth unit normals of each vertex: the mean of its triangles', weighted by area.
 * @param positions 3 numbers a vertex
 * @param triangles 3 vertices each, counter-clockwise seen from outside
 * @param out takes 3 numbers a vertex, and is returned
 */
export function writeNormals(
  positions: Float32Array,
  triangles: ArrayLike<number>,
  out = new Float32Array(positions.length),
): Float32Array<ArrayBuffer> {
  out.fill(0);
  for (let i = 0; i < triangles.length; i += 3) {
    const a = (triangles[i] ?? 0) * 3;
    const b = (triangles[i + 1] ?? 0) * 3;
    const c = (triangles[i + 2] ?? 0) * 3;
    const x = positions[a] ?? 0;
    const y = positions[a + 1] ?? 0;
    const z = positions[a + 2] ?? 0;
    const ux = (positions[b] ?? 0) - x;
    const uy = (positions[b + 1] ?? 0) - y;
    const uz = (positions[b + 2] ?? 0) - z;
    const vx = (positions[c] ?? 0) - x;
    const vy = (positions[c + 1] ?? 0) - y;
    const vz = (positions[c + 2] ?? 0) - z;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    add(out, a, nx, ny, nz);
    add(out, b, nx, ny, nz);
    add(out, c, nx, ny, nz);
  }
  for (let i = 0; i < out.length; i += 3) {
    const x = out[i] ?? 0;
    const y = out[i + 1] ?? 0;
    const z = out[i + 2] ?? 0;
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    out[i] = x / length;
    out[i + 1] = y / length;
    out[i + 2] = z / length;
  }
  return out;
}

function add(out: Float32Array, at: number, x: number, y: number, z: number): void {
  out[at] = (out[at] ?? 0) + x;
  out[at + 1] = (out[at + 1] ?? 0) + y;
  out[at + 2] = (out[at + 2] ?? 0) + z;
}
