import { SIDES } from '../landmarks.ts';
import { FINGERS, type JointName, sideLetter } from '../skeleton/joints.ts';
import { cross, frameOf, negate, subtract, type Vector } from './vectors.ts';

/** Where a skeleton's joints are in the pose it was made in; undefined for joints it has not. */
export type JointPlaces = (joint: JointName) => Vector | undefined;

/** Below this sine of the elbow's bend its hinge cannot be told from the places of the joints. */
const STRAIGHT_SINE = 0.12;
const FORWARD: Vector = [0, 0, 1];

/**
 * How each joint's limb lies in the world, told from the places of joints alone: so skeletons made in different poses,
 * with different axes, can be compared. Joints that are not in it (the trunk's) lie in all skeletons alike.
 *
 * @returns per joint a rotation x, y, z, w: its x axis runs along the limb, its y axis along the hinge that bends it
 */
export function jointFrames(places: JointPlaces): ReadonlyMap<JointName, Float32Array> {
  const frames = new Map<JointName, Float32Array>();
  const put = (joint: JointName, along: Vector | undefined, hinge: Vector | undefined): void => {
    const frame = frameOf(along, hinge);
    if (frame) frames.set(joint, frame);
  };
  const between = (from: JointName, to: JointName): Vector | undefined => {
    const a = places(from);
    const b = places(to);
    return a && b && subtract(b, a);
  };
  for (const side of SIDES) {
    const l = sideLetter(side);
    const upper = between(`upperarm_${l}`, `lowerarm_${l}`);
    const fore = between(`lowerarm_${l}`, `hand_${l}`);
    const elbow = elbowHinge(upper, fore, side === 'left');
    put(`upperarm_${l}`, upper, elbow);
    put(`lowerarm_${l}`, fore, elbow);

    const palm = between(`hand_${l}`, `middle_01_${l}`);
    const knuckles = between(`pinky_01_${l}`, `index_01_${l}`);
    put(`hand_${l}`, palm, knuckles);
    const back = palm && knuckles && cross(palm, knuckles);
    for (const finger of FINGERS) {
      // A palm is stiff enough to turn as one.
      put(`${finger}_metacarpal_${l}`, palm, knuckles);
      const proximal = between(`${finger}_01_${l}`, `${finger}_02_${l}`);
      const middle = between(`${finger}_02_${l}`, `${finger}_03_${l}`);
      put(`${finger}_01_${l}`, proximal, knuckles);
      put(`${finger}_02_${l}`, middle, knuckles);
      // Nothing lies beyond the last joint to point to.
      put(`${finger}_03_${l}`, middle, knuckles);
    }
    const metacarpal = between(`thumb_01_${l}`, `thumb_02_${l}`);
    const phalanx = between(`thumb_02_${l}`, `thumb_03_${l}`);
    put(`thumb_01_${l}`, metacarpal, back);
    put(`thumb_02_${l}`, phalanx, back);
    put(`thumb_03_${l}`, phalanx, back);

    const thigh = between(`thigh_${l}`, `calf_${l}`);
    put(`thigh_${l}`, thigh, FORWARD);
    put(`calf_${l}`, between(`calf_${l}`, `foot_${l}`), FORWARD);
  }
  return frames;
}

/** The axis about which an elbow bends: square to both halves of the arm, or upright for a straight one. */
function elbowHinge(
  upper: Vector | undefined,
  fore: Vector | undefined,
  isLeft: boolean,
): Vector | undefined {
  if (!upper || !fore) return undefined;
  const axis = cross(upper, fore);
  const sine = Math.hypot(...axis) / (Math.hypot(...upper) * Math.hypot(...fore));
  if (sine >= STRAIGHT_SINE) return isLeft ? negate(axis) : axis;
  // A straight arm that hangs or is held out bends its hand to the front.
  const sideways = cross(FORWARD, upper);
  return isLeft ? sideways : negate(sideways);
}
