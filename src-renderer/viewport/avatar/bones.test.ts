import { Bone, Group, type Object3D, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { createSkeletonPose, JOINTS, type JointName, jointIndex } from '#shared/body/index.ts';
import { type BoneNames, Bones } from './bones.ts';

const NO_EYES = new Float32Array(4);
const joints: BoneNames['joints'] = new Map(JOINTS.map(({ name }) => [name, name]));

/** The canonical skeleton as an avatar. `scale`: of the axes its bones were made in, as in a file in centimetres. */
function avatarOf(scale = 1): { root: Object3D; bone: (name: string) => Object3D } {
  const root = new Group();
  root.scale.setScalar(1 / scale);
  const bones = JOINTS.map(({ name }) => Object.assign(new Bone(), { name }));
  for (const [i, { at, parent }] of JOINTS.entries()) {
    const from = JOINTS[parent]?.at ?? [0, 0, 0];
    const bone = bones[i];
    bone?.position.set(at[0] - from[0], at[1] - from[1], at[2] - from[2]).multiplyScalar(scale);
    (bones[parent] ?? root).add(bone ?? new Bone());
  }
  return { root, bone: (name) => bones.find((bone) => bone.name === name) ?? root };
}
const placeOf = (node: Object3D): Vector3 => node.getWorldPosition(new Vector3());

/** A pose in which one joint is turned. */
function turned(joint: JointName, axis: Vector3, radians: number) {
  const pose = createSkeletonPose();
  new Quaternion().setFromAxisAngle(axis, radians).toArray(pose.rotations, 4 * jointIndex(joint));
  return pose;
}

describe("an avatar's bones", () => {
  it('follow the canonical skeleton', () => {
    const { root, bone } = avatarOf();
    const bones = new Bones(root, { joints });
    // The left forearm points along x at rest; turned about z it points up.
    bones.pose(turned('lowerarm_l', new Vector3(0, 0, 1), Math.PI / 2), NO_EYES, 0);
    const way = placeOf(bone('hand_l'))
      .sub(placeOf(bone('lowerarm_l')))
      .normalize();
    expect(way.y).toBeCloseTo(1, 4);
  });

  it('move the hips by metres, whatever scale the file has', () => {
    const { root, bone } = avatarOf(100);
    const before = placeOf(bone('head'));
    const bones = new Bones(root, { joints });
    const pose = createSkeletonPose();
    pose.pelvis.set([0, 0.1, 0]);
    bones.pose(pose, NO_EYES, 0);
    expect(placeOf(bone('head')).y - before.y).toBeCloseTo(0.1, 4);
  });

  it('let the forearm roll with the hand', () => {
    const { root, bone } = avatarOf();
    const twist = Object.assign(new Bone(), { name: 'lowerarm_twist_01_l' });
    twist.position.set(0.12, 0, 0);
    bone('lowerarm_l').add(twist);
    const bones = new Bones(root, { joints, twists: { left: 'lowerarm_twist_01_l' } });
    bones.pose(turned('hand_l', new Vector3(1, 0, 0), 1), NO_EYES, 0);
    const roll = twist.quaternion.angleTo(new Quaternion());
    expect(roll).toBeGreaterThan(0.4);
    expect(roll).toBeLessThan(0.8);
    bones.pose(turned('hand_l', new Vector3(0, 0, 1), 1), NO_EYES, 0);
    expect(twist.quaternion.angleTo(new Quaternion())).toBeCloseTo(0, 4);
  });

  it('are bones, and not meshes of the same name', () => {
    const { root } = avatarOf();
    root.children.unshift(Object.assign(new Group(), { name: 'head' }));
    expect(new Bones(root, { joints }).headHeight).toBeCloseTo(1.512, 5);
  });

  it('turn eyes and jaw, whatever axes those were made with', () => {
    const { root, bone } = avatarOf();
    const eye = Object.assign(new Bone(), { name: 'CC_Base_L_Eye' });
    eye.quaternion.setFromAxisAngle(new Vector3(1, 0, 0), Math.PI / 2);
    const jaw = Object.assign(new Bone(), { name: 'CC_Base_JawRoot' });
    bone('head').add(eye, jaw);
    const bones = new Bones(root, {
      joints,
      eyes: { left: 'CC_Base_L_Eye', right: 'none' },
      jaw: 'CC_Base_JawRoot',
    });
    const forward = new Vector3(0, 0, 1).applyQuaternion(eye.getWorldQuaternion(new Quaternion()).invert());
    bones.pose(createSkeletonPose(), Float32Array.of(0.3, 0, 0, 0), 0.4);
    const look = forward.clone().applyQuaternion(eye.getWorldQuaternion(new Quaternion()));
    expect(Math.atan2(look.x, look.z)).toBeCloseTo(0.3, 4);
    bones.pose(createSkeletonPose(), Float32Array.of(0, 0.2, 0, 0), 0.4);
    forward.applyQuaternion(eye.getWorldQuaternion(new Quaternion()));
    expect(forward.y).toBeLessThan(-0.1);
    const chin = new Vector3(0, 0, 1).applyQuaternion(jaw.getWorldQuaternion(new Quaternion()));
    expect(Math.asin(-chin.y)).toBeCloseTo(0.4, 4);
  });
});
