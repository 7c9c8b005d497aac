import { Quaternion, Vector3 } from 'three';
import type { LandmarkFrame, Side } from '#shared/body/index.ts';
import { armTrust } from './believe.ts';
import { boneIndex } from './bones.ts';
import { palmRotation } from './hand.ts';
import { LIMBS_AT } from './landmarks.ts';
import { turnLimb } from './limb.ts';
import type { Part } from './part.ts';
import { directionBetween, orient } from './vectors.ts';

const BONES_OF = {
  left: { upper: boneIndex('left.upperArm'), lower: boneIndex('left.forearm') },
  right: { upper: boneIndex('right.upperArm'), lower: boneIndex('right.forearm') },
};
/** Directions of a left arm that hangs at rest, and of an upper arm that holds up a hand; to the chest. */
const HANGING = { upper: new Vector3(0.08, -0.995, 0.02), lower: new Vector3(0.05, -0.97, 0.23) };
const HOLDING = new Vector3(0.36, -0.9, 0.24);
/** Share of the hand's twist that the middle of the forearm shows. */
const TWIST_SHARE = 0.5;

const upper = new Vector3();
const lower = new Vector3();
const tracked = new Vector3();
const hinge = new Vector3();
const palmAcross = new Vector3();
const palm = new Quaternion();
const upperTurn = new Quaternion();
const lowerTurn = new Quaternion();

/** Where an arm's motion comes from. */
const ARM_SOURCE = { rest: 0, pose: 1, hand: 2 } as const;

/** A hand that is seen without its arm holds up an arm of its own. */
export function armSource(frame: LandmarkFrame, side: Side, hasBody: boolean): number {
  if (hasBody && armTrust(frame, side) >= 0.5) return ARM_SOURCE.pose;
  if (frame.hands[side].presence !== 'absent') return ARM_SOURCE.hand;
  return hasBody ? ARM_SOURCE.pose : ARM_SOURCE.rest;
}

/**
 * Turns upper arm and forearm: along the pose's directions, as far as they are trusted, else hanging, or under the hand.
 * @param chest rotation of the chest in the world
 */
export function poseArm(
  part: Part,
  frame: LandmarkFrame,
  side: Side,
  source: number,
  chest: Quaternion,
): void {
  const hand = frame.hands[side];
  const hasHand = hand.presence !== 'absent';
  if (hasHand) palmRotation(hand.signals.world, palm);
  const mirror = side === 'left' ? 1 : -1;
  upper.copy(source === ARM_SOURCE.hand ? HOLDING : HANGING.upper);
  upper.x *= mirror;
  upper.applyQuaternion(chest);
  if (source === ARM_SOURCE.hand) {
    lower.set(0, -1, 0).applyQuaternion(palm);
  } else {
    lower.copy(HANGING.lower);
    lower.x *= mirror;
    lower.applyQuaternion(chest);
  }
  if (source === ARM_SOURCE.pose) {
    const { world } = frame.pose.signals;
    const { shoulder, elbow, wrist } = LIMBS_AT[side];
    const trust = armTrust(frame, side);
    upper.lerp(directionBetween(world, shoulder, elbow, tracked), trust);
    lower.lerp(directionBetween(world, elbow, wrist, tracked), trust);
  }
  turnLimb(upper.normalize(), lower.normalize(), 1, chest, upperTurn, lowerTurn, hinge);
  if (hasHand) twist();
  const { upper: upperBone, lower: lowerBone } = BONES_OF[side];
  part.turnInWorld(upperBone, upperTurn);
  part.turnInWorld(lowerBone, lowerTurn);
}

/** Turns the forearm about itself some of the way to the hand. */
function twist(): void {
  palmAcross.set(1, 0, 0).applyQuaternion(palm);
  palmAcross.addScaledVector(lower, -palmAcross.dot(lower));
  if (palmAcross.lengthSq() < 0.05) return;
  hinge.addScaledVector(lower, -hinge.dot(lower)).normalize();
  palmAcross.normalize();
  // Two directions that point apart have no middle.
  if (palmAcross.dot(hinge) < -0.9) return;
  hinge.lerp(palmAcross, TWIST_SHARE);
  orient(lower.negate(), hinge, lowerTurn);
}
