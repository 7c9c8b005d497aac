/**
 * Turns of a head or an eye in ARKit's own axes, in degrees, as iFacialMocap, Facemotion3d and VTube Studio send them:
 * x towards the subject's left, y up, z out of the face, right-handed, so that positive x turns down, y to the subject's
 * left, and z tilts to the subject's right; z is turned first, y last.
 *
 * No vendor documents this. It is taken from the frames on the vendors' own pages
 * (https://www.ifacialmocap.com/for-developer/, https://www.facemotion3d.net/english/for-developer/) and from a frame of
 * VTube Studio kept by virtual-puppet-project: in each the eyes' x is positive where eyeLookDown is, and their y where
 * the left eye looks out or the right eye in. The z of the eyes on the first two pages is, to the fourth digit, that of
 * an eye that turns up or down last when it is read in this order; it is the order of Live Link Face as well. That heads
 * are written like eyes is an assumption: no published frame was found together with what the head did. Readers agree on
 * which axis is which (scripts for Unity, presets in the manner of VBridger), not always on signs.
 */
const RADIANS = Math.PI / 180;

/**
 * Writes yaw, pitch and roll in radians, in the signs of Live Link Face.
 * @param x,y,z degrees
 * @param out three numbers of `CaptureFrame`: head, left or right eye
 */
export function setRotation(out: Float32Array, x: number, y: number, z: number): void {
  // 0 - y and not -y: a turn of 0 shall not become -0.
  out[0] = 0 - y * RADIANS;
  out[1] = x * RADIANS;
  out[2] = 0 - z * RADIANS;
}

/** The same turn as x, y, z in degrees. */
export function arkitDegrees(rotation: Float32Array): { x: number; y: number; z: number } {
  const [yaw = 0, pitch = 0, roll = 0] = rotation;
  return { x: pitch / RADIANS, y: 0 - yaw / RADIANS, z: 0 - roll / RADIANS };
}
