import type { Side } from '../landmarks.ts';
import { frameOf } from '../retarget/index.ts';
import { jointIndex, reach, relativeQuaternion, sideLetter } from '../skeleton/index.ts';

/** A place or direction: to the hand's own side, up, forward. */
export type Outward = readonly [out: number, up: number, forward: number];

/** How a hand is held in the world: where its wrist is, in metres, and where its fingers and its palm point. */
export interface HandHold {
  readonly wrist: Outward;
  readonly fingers: Outward;
  readonly palm: Outward;
}

/** Where an arm shall lead: the wrist's place in metres and the direction in which the elbow shows, x y z, and the hand's rotation to the world. */
export interface ArmGoal {
  readonly wrist: Float32Array;
  readonly elbow: Float32Array;
  readonly hand: Float32Array;
}

const jointsOf = (side: Side) => {
  const letter = sideLetter(side);
  return {
    clavicle: jointIndex(`clavicle_${letter}`),
    upper: jointIndex(`upperarm_${letter}`),
    fore: jointIndex(`lowerarm_${letter}`),
    hand: jointIndex(`hand_${letter}`),
  };
};
const ARMS = { left: jointsOf('left'), right: jointsOf('right') };

/** Writes in the world's axes what is said to a hand's own side. */
export function toWorld(side: Side, [out, up, forward]: Outward, into: Float32Array): void {
  into[0] = side === 'left' ? out : -out;
  into[1] = up;
  into[2] = forward;
}

/** The rotation to the world of a hand whose fingers and palm point somewhere. Throws where both point the same way. */
export function handRotation(
  side: Side,
  { fingers, palm }: Pick<HandHold, 'fingers' | 'palm'>,
): Float32Array {
  const out = side === 'left' ? 1 : -1;
  // At rest the right hand's fingers point against the x axis, and palms down.
  const along: Outward = [fingers[0], fingers[1] * out, fingers[2] * out];
  const back: Outward = [-palm[0] * out, -palm[1], -palm[2]];
  const rotation = frameOf(along, back);
  if (!rotation) throw new Error('the palm points where the fingers point');
  return rotation;
}

/**
 * Turns an arm so that its hand is where it shall be, or as near to it as the arm is long.
 * @param rotations of a canonical skeleton to the parents, 4 numbers a joint
 * @param world its rotations to the world; those of the arm are written
 * @param places of its joints, x y z
 */
export function placeHand(
  side: Side,
  { wrist, elbow, hand: goal }: ArmGoal,
  rotations: Float32Array,
  world: Float32Array,
  places: Float32Array,
): void {
  const { clavicle, upper, fore, hand } = ARMS[side];
  reach(side, places.subarray(3 * upper, 3 * upper + 3), wrist, elbow, world, 4 * upper, 4 * fore);
  relativeQuaternion(world, 4 * clavicle, world, 4 * upper, rotations, 4 * upper);
  relativeQuaternion(world, 4 * upper, world, 4 * fore, rotations, 4 * fore);
  relativeQuaternion(world, 4 * fore, goal, 0, rotations, 4 * hand);
}
