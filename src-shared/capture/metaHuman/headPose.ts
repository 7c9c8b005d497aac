const HALF_DEGREE = Math.PI / 360;

/**
 * The head of a MetaHuman subject in the angles of Live Link Face (yaw, pitch, roll in radians; see headRotation.ts).
 *
 * Unreal hands roll, pitch and yaw of the packet on as HeadRoll, HeadPitch and HeadYaw, and turns the rig's head bone by
 * the rotator (degrees) that they make. That bone points up with x, forward with y and to the right with z
 * (MetaHumanHeadTransform.cpp), so its roll turns to the subject's left, its pitch tilts to the right shoulder and its
 * yaw looks down. That phones send them in this way too is assumed; it was not seen on the wire.
 * @param roll,pitch,yaw degrees, as in the packet
 * @param out receives yaw, pitch and roll
 */
export function phoneAnglesOfHeadBone(roll: number, pitch: number, yaw: number, out: Float32Array): void {
  const sinRoll = Math.sin(roll * HALF_DEGREE);
  const cosRoll = Math.cos(roll * HALF_DEGREE);
  const sinPitch = Math.sin(pitch * HALF_DEGREE);
  const cosPitch = Math.cos(pitch * HALF_DEGREE);
  const sinYaw = Math.sin(yaw * HALF_DEGREE);
  const cosYaw = Math.cos(yaw * HALF_DEGREE);
  // Roll about y (up), then pitch about z (forward), then yaw about x (the subject's left).
  const x = cosRoll * cosPitch * sinYaw - sinRoll * sinPitch * cosYaw;
  const y = sinRoll * cosPitch * cosYaw - cosRoll * sinPitch * sinYaw;
  const z = cosRoll * sinPitch * cosYaw + sinRoll * cosPitch * sinYaw;
  const w = cosRoll * cosPitch * cosYaw + sinRoll * sinPitch * sinYaw;
  // The inverse of headQuaternionOfPhone.
  out[0] = -Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
  out[1] = Math.asin(Math.max(-1, Math.min(1, 2 * (w * x - y * z))));
  out[2] = -Math.atan2(2 * (x * y + w * z), 1 - 2 * (x * x + z * z));
}
