import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSkeletonPose,
  JOINT_COUNT,
  JOINTS,
  type JointName,
  jointIndex,
  jointPlaces,
  multiplyQuaternions,
  rotateVector,
  type SkeletonPose,
  worldRotations,
} from '../skeleton/index.ts';
import { type Bone, Retargeter } from './retargeter.ts';
import type { Vector } from './vectors.ts';

/** The canonical skeleton itself as an avatar, posed first and with axes of its own. */
function avatarOf(made: SkeletonPose, axes: readonly number[]): Bone[] {
  const world = new Float32Array(4 * JOINT_COUNT);
  worldRotations(made.rotations, world);
  const places = new Float32Array(3 * JOINT_COUNT);
  jointPlaces(made, world, places);
  return JOINTS.map(({ name, parent }, i) => ({
    joint: name,
    parent,
    place: [...places.subarray(3 * i, 3 * i + 3)] as unknown as Vector,
    rotation: axes,
  }));
}

/** Where an avatar's bones are once they are turned. */
function placesOf(bones: readonly Bone[], { rotations, pelvis }: Retargeter): Float32Array {
  const world = new Float32Array(4 * bones.length);
  const places = new Float32Array(3 * bones.length);
  for (const [i, { parent, place }] of bones.entries()) {
    const from = bones[parent];
    if (!from) {
      world.set(rotations.subarray(0, 4));
      places.set(place.map((value, k) => value + (pelvis[k] ?? 0)));
      continue;
    }
    // A bone's way from its parent is fixed in the parent's own axes.
    const way = new Float32Array(place.map((value, k) => value - (from.place[k] ?? 0)));
    const [x = 0, y = 0, z = 0, w = 1] = Array.from(from.rotation);
    rotateVector([-x, -y, -z, w], 0, way, 0);
    rotateVector(world, 4 * parent, way, 0);
    for (let k = 0; k < 3; k++) places[3 * i + k] = (places[3 * parent + k] ?? 0) + (way[k] ?? 0);
    multiplyQuaternions(world, 4 * parent, rotations, 4 * i, world, 4 * i);
  }
  return places;
}

const unit = (numbers: readonly number[]): number[] => {
  const length = Math.hypot(...numbers);
  return numbers.map((value) => value / length);
};
const rotation = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((numbers) => Math.hypot(...numbers) > 0.1)
  .map(unit);
const small = fc
  .array(fc.double({ min: -0.25, max: 0.25, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((numbers) => unit([...numbers, 1]));
const poseOf = (each: fc.Arbitrary<number[]>): fc.Arbitrary<SkeletonPose> =>
  fc.array(each, { minLength: JOINT_COUNT, maxLength: JOINT_COUNT }).map((rotations) => {
    const pose = createSkeletonPose();
    pose.rotations.set(rotations.flat());
    return pose;
  });

/** An A-pose: arms 45 degrees down. */
function aPose(): SkeletonPose {
  const pose = createSkeletonPose();
  const [sine, cosine] = [Math.sin(Math.PI / 8), Math.cos(Math.PI / 8)];
  pose.rotations.set([0, 0, -sine, cosine], 4 * jointIndex('upperarm_l'));
  pose.rotations.set([0, 0, sine, cosine], 4 * jointIndex('upperarm_r'));
  return pose;
}

describe('retargeting', () => {
  it('puts every joint where the canonical skeleton has it, whatever axes the bones have', () => {
    fc.assert(
      fc.property(poseOf(small), rotation, (pose, axes) => {
        const bones = avatarOf(createSkeletonPose(), axes);
        expectSamePlaces(bones, pose);
      }),
      { numRuns: 40 },
    );
  });

  it('makes up for the pose that an avatar was made in', () => {
    fc.assert(
      fc.property(poseOf(small), rotation, (pose, axes) => expectSamePlaces(avatarOf(aPose(), axes), pose)),
      { numRuns: 40 },
    );
  });

  it('leaves bones that are no joint as they were made', () => {
    const bones = avatarOf(createSkeletonPose(), [0, 0, 0, 1]);
    const tail: Bone = { joint: undefined, parent: 0, place: [0, 0.9, -0.1], rotation: [1, 0, 0, 0] };
    const retargeter = new Retargeter([...bones, tail]);
    retargeter.pose(createSkeletonPose());
    expect([...retargeter.rotations.subarray(-4)]).toEqual([1, 0, 0, 0]);
  });

  it('moves the pelvis of a taller avatar further', () => {
    const tall = avatarOf(createSkeletonPose(), [0, 0, 0, 1]).map((bone) => ({
      ...bone,
      place: bone.place.map((value) => 2 * value) as unknown as Vector,
    }));
    const retargeter = new Retargeter(tall);
    const pose = createSkeletonPose();
    pose.pelvis[1] = -0.2;
    retargeter.pose(pose);
    expect(retargeter.pelvis[1]).toBeCloseTo(-0.4, 5);
  });
});

/** Trunk joints keep the avatar's own build, so that the limbs of a body that was made otherwise hang on other places. */
function expectSamePlaces(bones: Bone[], pose: SkeletonPose): void {
  const world = new Float32Array(4 * JOINT_COUNT);
  worldRotations(pose.rotations, world);
  const wanted = new Float32Array(3 * JOINT_COUNT);
  jointPlaces(pose, world, wanted);
  const retargeter = new Retargeter(bones);
  retargeter.pose(pose);
  const places = placesOf(bones, retargeter);
  for (const name of ['head', 'hand_l', 'index_03_l', 'thumb_03_r', 'foot_r'] satisfies JointName[]) {
    const at = 3 * jointIndex(name);
    for (let k = 0; k < 3; k++) expect(places[at + k]).toBeCloseTo(wanted[at + k] ?? 0, 3);
  }
}
