import { Quaternion, Vector3 } from 'three';
import type { LandmarkFrame } from '#shared/body/index.ts';
import { boneIndex } from './bones.ts';
import { POSE_AT } from './landmarks.ts';
import type { Part } from './part.ts';
import { directionBetween, orient, pointOf } from './vectors.ts';

const HEAD = boneIndex('head');
const FRONT = [POSE_AT.leftEye, POSE_AT.rightEye, POSE_AT.mouthLeft, POSE_AT.mouthRight];
const EARS = [POSE_AT.leftEar, POSE_AT.rightEar];

/** Where the head's motion comes from. */
export const HEAD_SOURCE = { rest: 0, pose: 1, face: 2 } as const;

const turn = new Quaternion();
const across = new Vector3();
const forward = new Vector3();
const point = new Vector3();

/**
 * Turns the head: as the face says, else as the pose's ears, eyes and mouth lie. The neck's share is `turnHead`'s.
 * @param chest rotation of the chest in the world
 */
export function poseHead(part: Part, frame: LandmarkFrame, source: number, chest: Quaternion): void {
  if (source === HEAD_SOURCE.face) turn.fromArray(frame.face.signals.head).normalize();
  else if (source === HEAD_SOURCE.pose) turnOfPose(frame.pose.signals.world, turn);
  else turn.copy(chest);
  part.turnInWorld(HEAD, turn);
}

/** The middle of eyes and mouth lies straight before the middle of the ears. */
function turnOfPose(world: Float32Array, out: Quaternion): void {
  forward.set(0, 0, 0);
  for (const landmark of FRONT) forward.addScaledVector(pointOf(world, landmark, point), 1 / FRONT.length);
  for (const landmark of EARS) forward.addScaledVector(pointOf(world, landmark, point), -1 / EARS.length);
  directionBetween(world, POSE_AT.rightEar, POSE_AT.leftEar, across);
  forward.crossVectors(forward.normalize(), across);
  if (forward.lengthSq() < 1e-6) out.identity();
  else orient(forward.normalize(), across, out);
}
