/** Vertical field of view that the face task assumes (MediaPipe face_landmarker_graph.cc: 63 degrees). */
const HALF_HEIGHT_AT_ONE_METRE = Math.tan((63 / 2) * (Math.PI / 180));
/** Length of the axes in metres: from within the head to a hand's breadth before the nose. */
const LENGTH = { right: 0.07, up: 0.09, forward: 0.16 };

/**
 * Where a head's middle and the ends of its three axes are seen, as the face task's camera sees them.
 *
 * @param head unit quaternion x, y, z, w and position in metres; right, up, towards the camera
 * @param aspect width over height of the picture
 * @param into gets x and y, in fractions of the picture's width and height, of: middle, right, up, forward
 * @returns false where the head is not before the camera
 */
export function projectHead(head: Float32Array, aspect: number, into: Float32Array): boolean {
  const [x = 0, y = 0, z = 0, w = 1, tx = 0, ty = 0, tz = 0] = head;
  let isSeen = true;
  const put = (at: number, dx: number, dy: number, dz: number): void => {
    const depth = -(tz + dz);
    if (depth <= 0) isSeen = false;
    const scale = 0.5 / (depth * HALF_HEIGHT_AT_ONE_METRE);
    into[at] = 0.5 + ((tx + dx) * scale) / aspect;
    into[at + 1] = 0.5 - (ty + dy) * scale;
  };
  const { right, up, forward } = LENGTH;
  put(0, 0, 0, 0);
  put(2, right * (1 - 2 * (y * y + z * z)), right * 2 * (x * y + w * z), right * 2 * (x * z - w * y));
  put(4, up * 2 * (x * y - w * z), up * (1 - 2 * (x * x + z * z)), up * 2 * (y * z + w * x));
  put(6, forward * 2 * (x * z + w * y), forward * 2 * (y * z - w * x), forward * (1 - 2 * (x * x + y * y)));
  return isSeen;
}
