import { Quaternion, Vector3 } from 'three';
import type { LandmarkFrame, Side } from '#shared/body/index.ts';
import { boneIndex } from './bones.ts';
import { LIMBS_AT } from './landmarks.ts';
import { turnLimb } from './limb.ts';
import type { Part } from './part.ts';
import { directionBetween, orient } from './vectors.ts';

const bonesOf = (side: Side) =>
  [boneIndex(`${side}.thigh`), boneIndex(`${side}.shin`), boneIndex(`${side}.foot`)] as const;
const BONES_OF = { left: bonesOf('left'), right: bonesOf('right') };

const REST = new Quaternion();
const thigh = new Vector3();
const shin = new Vector3();
const toe = new Vector3();
const hinge = new Vector3();
const sole = new Vector3();
const thighTurn = new Quaternion();
const shinTurn = new Quaternion();
const footTurn = new Quaternion();

/** Turns a leg and its foot as tracked, or lets it stand straight. */
export function poseLeg(
  part: Part,
  frame: LandmarkFrame,
  side: Side,
  isSeen: boolean,
  pelvis: Quaternion,
): void {
  const bones = BONES_OF[side];
  if (!isSeen) {
    for (const bone of bones) part.turn(bone, REST);
    return;
  }
  const { world } = frame.pose.signals;
  const at = LIMBS_AT[side];
  directionBetween(world, at.hip, at.knee, thigh);
  directionBetween(world, at.knee, at.ankle, shin);
  turnLimb(thigh, shin, -1, pelvis, thighTurn, shinTurn, hinge);
  directionBetween(world, at.heel, at.toe, toe);
  // The foot stands on its heel and toe; what is square to both its length and the knee's hinge is up.
  sole.crossVectors(toe, hinge);
  if (sole.lengthSq() < 1e-4) footTurn.copy(shinTurn);
  else orient(sole.normalize(), hinge, footTurn);
  part.turnInWorld(bones[0], thighTurn);
  part.turnInWorld(bones[1], shinTurn);
  part.turnInWorld(bones[2], footTurn);
}
