import { Quaternion, Vector3 } from 'three';
import type { LandmarkFrame } from '#shared/body/index.ts';
import { hipTrust } from './believe.ts';
import { boneIndex } from './bones.ts';
import { LIMBS_AT } from './landmarks.ts';
import type { Part } from './part.ts';
import { directionBetween, orient, pointOf } from './vectors.ts';

export const TRUNK = ['pelvis', 'spine', 'chest'] as const;
const BONES_OF = TRUNK.map(boneIndex);
const [PELVIS = 0, SPINE = 0, CHEST = 0] = BONES_OF;
/**
 * Upright people come out of the model leaning 10 degrees towards the camera, because depth is its weakest axis. Leaning
 * to and from the camera is shown by this much.
 */
const LEAN_SHARE = 0.6;

const UP = new Vector3(0, 1, 0);
const REST = new Quaternion();
const up = new Vector3();
const other = new Vector3();
const across = new Vector3();
const hipLine = new Vector3();
const pelvis = new Quaternion();
const chest = new Quaternion();
const spine = new Quaternion();

/** Turns hips, waist and chest: by the lines of shoulders and hips and the way between them. */
export function poseTrunk(part: Part, frame: LandmarkFrame, isSeen: boolean): void {
  if (!isSeen) {
    for (const bone of BONES_OF) part.turn(bone, REST);
    return;
  }
  const { world } = frame.pose.signals;
  const { left, right } = LIMBS_AT;
  pointOf(world, left.shoulder, up).add(pointOf(world, right.shoulder, other));
  up.sub(pointOf(world, left.hip, other)).sub(pointOf(world, right.hip, other));
  up.z *= LEAN_SHARE;
  up.normalize();
  directionBetween(world, right.shoulder, left.shoulder, across);
  orient(up, other.copy(across), chest);
  // Hips out of the picture are a guess: they stand below the chest then.
  const trust = hipTrust(frame);
  directionBetween(world, right.hip, left.hip, hipLine);
  up.lerp(UP, (1 - trust) * 0.5).normalize();
  orient(up, across.lerp(hipLine, trust), pelvis);
  part.turnInWorld(PELVIS, pelvis);
  part.turnInWorld(SPINE, spine.slerpQuaternions(pelvis, chest, 0.5));
  part.turnInWorld(CHEST, chest);
}
