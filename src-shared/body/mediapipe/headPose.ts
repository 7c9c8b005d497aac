const CENTIMETRES_PER_METRE = 100;

/**
 * MediaPipe's facial transformation matrix as rotation and position of the head in the camera's space.
 *
 * @param matrix 4 x 4, column-major, in centimetres; x right, y up, z towards the viewer (geometry pipeline metadata)
 * @param head seven numbers are written: unit quaternion x, y, z, w (w >= 0), then translation in metres
 */
export function headPoseFromMatrix(matrix: ArrayLike<number>, head: Float32Array): void {
  const at = (row: number, column: number): number => matrix[column * 4 + row] ?? 0;
  const scale = Math.hypot(at(0, 0), at(1, 0), at(2, 0)) || 1;
  const [x, y, z, w] = rotationOf((row, column) => at(row, column) / scale);
  const length = Math.hypot(x, y, z, w) * (w < 0 ? -1 : 1);
  head[0] = x / length;
  head[1] = y / length;
  head[2] = z / length;
  head[3] = w / length;
  for (let axis = 0; axis < 3; axis++) head[4 + axis] = at(axis, 3) / CENTIMETRES_PER_METRE;
}

type Quaternion = readonly [x: number, y: number, z: number, w: number];

/**
 * The quaternion of a rotation matrix, of any length. The products of its components, times four, are sums of the
 * matrix's elements; the products with the largest component are the quaternion itself and lose no precision.
 */
function rotationOf(m: (row: number, column: number) => number): Quaternion {
  const xx = 1 + m(0, 0) - m(1, 1) - m(2, 2);
  const yy = 1 - m(0, 0) + m(1, 1) - m(2, 2);
  const zz = 1 - m(0, 0) - m(1, 1) + m(2, 2);
  const ww = 1 + m(0, 0) + m(1, 1) + m(2, 2);
  const [xy, zx, yz] = [m(1, 0) + m(0, 1), m(0, 2) + m(2, 0), m(2, 1) + m(1, 2)];
  const [xw, yw, zw] = [m(2, 1) - m(1, 2), m(0, 2) - m(2, 0), m(1, 0) - m(0, 1)];
  const largest = Math.max(xx, yy, zz, ww);
  if (largest === ww) return [xw, yw, zw, ww];
  if (largest === xx) return [xx, xy, zx, xw];
  if (largest === yy) return [xy, yy, yz, yw];
  return [zx, yz, zz, zw];
}
