import { Matrix4, Quaternion, Vector3 } from 'three';
import type { Facts } from './browser.ts';

export type Rotations = Record<string, readonly number[]>;
type Side = 'l' | 'r';

const FINGERS = ['index', 'middle', 'ring', 'pinky'] as const;

/** Bend of a finger's three joints, and its sideways spread; radians. */
type Bend = readonly [knuckle: number, middle: number, last: number, spread?: number];

/** A hand shape: bends of thumb (its swing across the palm first), index, middle, ring and little finger. */
export interface HandShape {
  readonly thumb: readonly [across: number, middle: number, last: number];
  readonly fingers: readonly [Bend, Bend, Bend, Bend];
}

const straight: Bend = [0, 0, 0];
const closed: Bend = [1.45, 1.6, 1];
const claw: Bend = [0.35, 1.1, 0.9];

/** Ten hand shapes of the manual alphabet and of everyday signs. */
export const HAND_SHAPES: Readonly<Record<string, HandShape>> = {
  'flat B': {
    thumb: [0.4, 0.35, 0.2],
    fingers: [
      [0, 0, 0, 0.2],
      [0, 0, 0, 0.03],
      [0, 0, 0, -0.14],
      [0, 0, 0, -0.34],
    ],
  },
  'fist S': { thumb: [0.95, 0.75, 0.6], fingers: [closed, closed, closed, closed] },
  'point G': { thumb: [0.8, 0.6, 0.5], fingers: [straight, closed, closed, closed] },
  V: { thumb: [0.95, 0.7, 0.5], fingers: [straight, [0, 0, 0, 0.08], closed, closed] },
  'thumb up A': { thumb: [-0.35, -0.1, -0.15], fingers: [closed, closed, closed, closed] },
  L: { thumb: [-0.45, -0.1, 0], fingers: [straight, closed, closed, closed] },
  Y: { thumb: [-0.45, -0.1, 0], fingers: [closed, closed, closed, [0, 0, 0, 0.15]] },
  O: {
    thumb: [0.6, 0.5, 0.5],
    fingers: [
      [0.75, 0.85, 0.5, 0.15],
      [0.8, 0.85, 0.5, 0.02],
      [0.8, 0.85, 0.5, -0.12],
      [0.8, 0.85, 0.5, -0.28],
    ],
  },
  'claw 5': { thumb: [0, 0.5, 0.6], fingers: [claw, claw, claw, claw] },
  ILY: { thumb: [-0.45, -0.1, 0], fingers: [straight, closed, closed, [0, 0, 0, 0.1]] },
};

const place = (facts: Facts, bone: string): Vector3 => new Vector3(...(facts.bones[bone] ?? [0, 0, 0]));
const direction = (facts: Facts, from: string, to: string): Vector3 =>
  place(facts, to).sub(place(facts, from)).normalize();

/** Out of the back of the hand in the bind pose. */
function handBack(facts: Facts, side: Side): Vector3 {
  const across = direction(facts, `index_01_${side}`, `pinky_01_${side}`);
  const forward = direction(facts, `hand_${side}`, `middle_01_${side}`);
  const back = new Vector3().crossVectors(forward, across).normalize();
  return side === 'l' ? back : back.negate();
}

/** Finger rotations of a hand shape. */
export function handRotations(facts: Facts, side: Side, shape: HandShape): Rotations {
  const back = handBack(facts, side);
  const rotations: Rotations = {};
  FINGERS.forEach((finger, i) => {
    const [knuckle, middle, last, spread = 0] = shape.fingers[i] ?? straight;
    const along = direction(facts, `${finger}_01_${side}`, `${finger}_02_${side}`);
    const axis = new Vector3().crossVectors(back, along).normalize().negate();
    const turn = new Quaternion().setFromAxisAngle(back, side === 'l' ? spread : -spread);
    rotations[`${finger}_01_${side}`] = new Quaternion()
      .setFromAxisAngle(axis, -knuckle)
      .premultiply(turn)
      .toArray();
    rotations[`${finger}_02_${side}`] = new Quaternion().setFromAxisAngle(axis, -middle).toArray();
    rotations[`${finger}_03_${side}`] = new Quaternion().setFromAxisAngle(axis, -last).toArray();
  });
  const [across, middle, last] = shape.thumb;
  const along = direction(facts, `thumb_01_${side}`, `thumb_03_${side}`);
  const palmward = direction(facts, `index_01_${side}`, `pinky_01_${side}`)
    .sub(back.clone().multiplyScalar(0.8))
    .normalize();
  const axis = new Vector3().crossVectors(along, palmward).normalize();
  rotations[`thumb_01_${side}`] = new Quaternion().setFromAxisAngle(axis, across).toArray();
  rotations[`thumb_02_${side}`] = new Quaternion().setFromAxisAngle(axis, middle).toArray();
  rotations[`thumb_03_${side}`] = new Quaternion().setFromAxisAngle(axis, last).toArray();
  return rotations;
}

/** Where an arm's parts point, in the scene's axes. */
export interface ArmAim {
  readonly upper: readonly [number, number, number];
  readonly lower: readonly [number, number, number];
  /** Along the fingers, and out of the palm. */
  readonly fingers: readonly [number, number, number];
  readonly palm: readonly [number, number, number];
}

/** Rotations that point an arm and its hand; half of the forearm's roll goes to the twist joint. */
export function armRotations(facts: Facts, side: Side, aim: ArmAim): Rotations {
  const mirrored = ([x, y, z]: readonly [number, number, number]): Vector3 =>
    new Vector3(side === 'l' ? x : -x, y, z).normalize();
  const upperRest = direction(facts, `upperarm_${side}`, `lowerarm_${side}`);
  const lowerRest = direction(facts, `lowerarm_${side}`, `hand_${side}`);
  const upper = new Quaternion().setFromUnitVectors(upperRest, mirrored(aim.upper));
  const lowerWorld = new Quaternion()
    .setFromUnitVectors(lowerRest.clone().applyQuaternion(upper), mirrored(aim.lower))
    .multiply(upper);
  const handWorld = frame(mirrored(aim.fingers), mirrored(aim.palm)).multiply(
    frame(direction(facts, `hand_${side}`, `middle_01_${side}`), handBack(facts, side).negate()).invert(),
  );
  const hand = lowerWorld.clone().invert().multiply(handWorld);
  const roll = rollAbout(hand, lowerRest);
  const half = new Quaternion().slerp(roll, 0.5);
  const lower = upper.clone().invert().multiply(lowerWorld);
  return {
    [`upperarm_${side}`]: upper.toArray(),
    [`lowerarm_${side}`]: lower.clone().multiply(half).toArray(),
    [`lowerarm_twist_01_${side}`]: half.toArray(),
    [`hand_${side}`]: half.clone().invert().multiply(hand).toArray(),
  };
}

function frame(forward: Vector3, palm: Vector3): Quaternion {
  const z = forward.clone().normalize();
  const y = palm.clone().addScaledVector(z, -palm.dot(z)).normalize();
  const x = new Vector3().crossVectors(y, z);
  return new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(x, y, z));
}

/** The part of a rotation that turns about an axis (swing-twist). */
function rollAbout({ x, y, z, w }: Quaternion, axis: Vector3): Quaternion {
  const along = axis.clone().multiplyScalar(axis.dot(new Vector3(x, y, z)));
  return new Quaternion(along.x, along.y, along.z, w).normalize();
}
