import { JOINTS, type JointName, jointIndex } from '../skeleton/joints.ts';
import { multiplyQuaternions, relativeQuaternion } from '../skeleton/quaternions.ts';
import { type SkeletonPose, worldRotations } from '../skeleton/skeletonPose.ts';
import { jointFrames } from './jointFrames.ts';
import type { Vector } from './vectors.ts';

/** A bone of an avatar in the pose that it was made in. Axes: x to the avatar's left, y up, z forward. */
export interface Bone {
  /** The joint of the canonical skeleton that it is, if any. */
  readonly joint: JointName | undefined;
  /** Position of its parent among the bones, before it; -1 for none. */
  readonly parent: number;
  /** Position in metres, and rotation x, y, z, w, in the world. */
  readonly place: Vector;
  readonly rotation: ArrayLike<number>;
}

/** Poses an avatar's bones as the canonical skeleton stands, whatever pose and axes the avatar was made with. */
export class Retargeter {
  /** Of each bone to its parent, 4 numbers a bone: what `pose` has set. */
  readonly rotations: Float32Array;
  /** How far the bone of the pelvis is from where it was made, in the avatar's metres. */
  readonly pelvis = new Float32Array(3);
  readonly #bones: readonly Bone[];
  readonly #joints: Int16Array;
  /** Per bone: from the pose it was made in to the canonical rest, then its own rotation in the former. */
  readonly #toRest: Float32Array;
  readonly #bind: Float32Array;
  readonly #world: Float32Array;
  readonly #canonical = new Float32Array(4 * JOINTS.length);
  readonly #scale: number;

  constructor(bones: readonly Bone[]) {
    this.#bones = bones;
    this.rotations = new Float32Array(4 * bones.length);
    this.#bind = new Float32Array(4 * bones.length);
    this.#toRest = new Float32Array(4 * bones.length);
    this.#world = new Float32Array(4 * bones.length);
    this.#joints = Int16Array.from(bones, ({ joint }) => (joint === undefined ? -1 : jointIndex(joint)));
    const placeOf = (name: JointName) => bones.find(({ joint }) => joint === name)?.place;
    const here = jointFrames(placeOf);
    const canonical = jointFrames((name) => JOINTS[jointIndex(name)]?.at);
    for (const [i, { joint, parent, rotation }] of bones.entries()) {
      const at = 4 * i;
      const frame = joint && here.get(joint);
      const rest = joint && canonical.get(joint);
      const upright = Float32Array.of(0, 0, 0, 1);
      if (frame && rest) {
        relativeQuaternion(frame, 0, upright, 0, this.#toRest, at);
        multiplyQuaternions(rest, 0, this.#toRest, at, this.#toRest, at);
      } else {
        this.#toRest.set(upright, at);
      }
      multiplyQuaternions(this.#toRest, at, rotation, 0, this.#toRest, at);
      relativeQuaternion(bones[parent]?.rotation ?? upright, 0, rotation, 0, this.#bind, at);
    }
    const hips = placeOf('pelvis');
    this.#scale = hips ? hips[1] / (JOINTS[0]?.at[1] ?? 1) : 1;
  }

  /** Takes on a pose. Bones that are no joint stay as they were made. */
  pose(pose: SkeletonPose): void {
    worldRotations(pose.rotations, this.#canonical);
    for (let i = 0; i < this.#bones.length; i++) {
      const at = 4 * i;
      const joint = this.#joints[i] ?? -1;
      const parent = this.#bones[i]?.parent ?? -1;
      if (joint < 0) {
        for (let k = 0; k < 4; k++) this.rotations[at + k] = this.#bind[at + k] ?? 0;
        if (parent < 0) for (let k = 0; k < 4; k++) this.#world[at + k] = this.#bind[at + k] ?? 0;
        else multiplyQuaternions(this.#world, 4 * parent, this.#bind, at, this.#world, at);
        continue;
      }
      multiplyQuaternions(this.#canonical, 4 * joint, this.#toRest, at, this.#world, at);
      if (parent < 0) for (let k = 0; k < 4; k++) this.rotations[at + k] = this.#world[at + k] ?? 0;
      else relativeQuaternion(this.#world, 4 * parent, this.#world, at, this.rotations, at);
    }
    for (let k = 0; k < 3; k++) this.pelvis[k] = (pose.pelvis[k] ?? 0) * this.#scale;
  }
}
