import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  createSkeletonPose,
  JOINT_COUNT,
  type JointName,
  jointIndex,
  jointPlaces,
  worldRotations,
} from '#shared/body/index.ts';
import { type BoneName, boneIndex } from './bones.ts';
import { Poser } from './poser.ts';
import { skeletonOf } from './skeletonOf.ts';
import { standing, withHand } from './testing.ts';

const PAIRS: readonly (readonly [BoneName, BoneName, JointName, JointName])[] = [
  ['left.upperArm', 'left.forearm', 'upperarm_l', 'lowerarm_l'],
  ['right.forearm', 'right.hand', 'lowerarm_r', 'hand_r'],
  ['left.index1', 'left.index2', 'index_01_l', 'index_02_l'],
  ['right.pinky2', 'right.pinky3', 'pinky_02_r', 'pinky_03_r'],
  ['left.thumb1', 'left.thumb2', 'thumb_01_l', 'thumb_02_l'],
  ['left.thigh', 'left.shin', 'thigh_l', 'calf_l'],
];

describe('the canonical skeleton of a posed frame', () => {
  it('has its limbs where the poser has them', () => {
    const frame = standing();
    withHand(frame, 'left');
    withHand(frame, 'right');
    const poser = new Poser();
    poser.pose(frame, 1);
    const pose = createSkeletonPose();
    skeletonOf(poser, pose);
    const world = new Float32Array(4 * JOINT_COUNT);
    worldRotations(pose.rotations, world);
    const places = new Float32Array(3 * JOINT_COUNT);
    jointPlaces(pose, world, places);
    const place = (joint: JointName) => new Vector3().fromArray(places, 3 * jointIndex(joint));
    for (const [fromBone, toBone, fromJoint, toJoint] of PAIRS) {
      const wanted = poser
        .jointOf(boneIndex(toBone), new Vector3())
        .sub(poser.jointOf(boneIndex(fromBone), new Vector3()))
        .normalize();
      const way = place(toJoint).sub(place(fromJoint)).normalize();
      expect(way.distanceTo(wanted), fromJoint).toBeLessThan(1e-3);
    }
  });
});
