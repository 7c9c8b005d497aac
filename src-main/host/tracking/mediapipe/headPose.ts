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
  const m = (row: number, column: number): number => at(row, column) / scale;
  // Each component's magnitude from the diagonal, its sign from the antisymmetric part.
  const w = Math.sqrt(Math.max(0, 1 + m(0, 0) + m(1, 1) + m(2, 2))) / 2;
  const x = Math.sqrt(Math.max(0, 1 + m(0, 0) - m(1, 1) - m(2, 2))) / 2;
  const y = Math.sqrt(Math.max(0, 1 - m(0, 0) + m(1, 1) - m(2, 2))) / 2;
  const z = Math.sqrt(Math.max(0, 1 - m(0, 0) - m(1, 1) + m(2, 2))) / 2;
  head[0] = x * (Math.sign(m(2, 1) - m(1, 2)) || 1);
  head[1] = y * (Math.sign(m(0, 2) - m(2, 0)) || 1);
  head[2] = z * (Math.sign(m(1, 0) - m(0, 1)) || 1);
  head[3] = w;
  const length = Math.hypot(head[0], head[1], head[2], head[3]) || 1;
  for (let i = 0; i < 4; i++) head[i] = (head[i] ?? 0) / length;
  head[4] = at(0, 3) / CENTIMETRES_PER_METRE;
  head[5] = at(1, 3) / CENTIMETRES_PER_METRE;
  head[6] = at(2, 3) / CENTIMETRES_PER_METRE;
}
