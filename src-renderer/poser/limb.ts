import { Quaternion, Vector3 } from 'three';
import { orient, softStep } from './vectors.ts';

const DOWN = new Vector3(0, -1, 0);
const swing = new Quaternion();
const bodyDown = new Vector3();
const hinge = new Vector3();
const straight = new Vector3();
const y = new Vector3();
const x = new Vector3();

/**
 * Turns the two bones of an arm or a leg along two directions. They bend about a common hinge, square to both; a limb
 * that is nearly straight shows no hinge and keeps that of its body.
 * @param upper,lower unit directions in the world
 * @param bend 1 where the lower bone bends forward (elbow), -1 where it bends back (knee)
 * @param body rotation of the chest or the pelvis in the world
 * @param hingeOut the hinge as a unit vector; it points to the figure's left when the limb hangs
 */
export function turnLimb(
  upper: Vector3,
  lower: Vector3,
  bend: 1 | -1,
  body: Quaternion,
  upperOut: Quaternion,
  lowerOut: Quaternion,
  hingeOut: Vector3,
): void {
  bodyDown.copy(DOWN).applyQuaternion(body);
  swing.setFromUnitVectors(bodyDown, upper);
  straight.set(1, 0, 0).applyQuaternion(body).applyQuaternion(swing);
  hinge.crossVectors(lower, upper).multiplyScalar(bend);
  const bent = hinge.length();
  hingeOut.copy(straight);
  if (bent > 1e-4) hingeOut.lerp(hinge.divideScalar(bent), softStep(0.15, 0.5, bent));
  orient(y.copy(upper).negate(), x.copy(hingeOut), upperOut);
  orient(y.copy(lower).negate(), x.copy(hingeOut), lowerOut);
}
