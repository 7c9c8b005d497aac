/**
 * Turns the head rotation of Live Link Face into a quaternion as in `LandmarkFrame`: x right, y up, z towards the
 * camera; the identity faces the phone.
 *
 * Positive yaw turns to the subject's right, positive pitch down, and positive roll tilts to the subject's left
 * shoulder; roll is turned first, yaw last. This is how Unreal's ARKit plugin writes them: it takes ARKit's rotation
 * (x, y, z, w), whose axes are those of the camera above, as the left-handed (−z, x, y, −w) and reads yaw, pitch and
 * roll off that rotator, of the head and of the eyes alike. No take with a moving head was at hand to measure it, but
 * real eyes agree with it in all three signs and in the order: their yaw and pitch by where the coefficients say that
 * they look, their roll because it is yaw × pitch, as it is when eyes that turn up or down last are read this way.
 * @param yaw,pitch,roll radians
 * @param out x, y, z, w; its first four numbers are written
 */
export function headQuaternionOfPhone(yaw: number, pitch: number, roll: number, out: Float32Array): void {
  const sinX = Math.sin(pitch / 2);
  const cosX = Math.cos(pitch / 2);
  const sinY = Math.sin(-yaw / 2);
  const cosY = Math.cos(-yaw / 2);
  const sinZ = Math.sin(-roll / 2);
  const cosZ = Math.cos(-roll / 2);
  out[0] = sinX * cosY * cosZ + cosX * sinY * sinZ;
  out[1] = cosX * sinY * cosZ - sinX * cosY * sinZ;
  out[2] = cosX * cosY * sinZ - sinX * sinY * cosZ;
  out[3] = cosX * cosY * cosZ + sinX * sinY * sinZ;
}
