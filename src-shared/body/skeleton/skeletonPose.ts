import { JOINT_COUNT, JOINTS } from './joints.ts';
import { fillIdentity, multiplyQuaternions, rotateVector } from './quaternions.ts';

/** How a person stands: how each joint of `JOINTS` is turned, and where the pelvis is. */
export interface SkeletonPose {
  /** Unit quaternions x, y, z, w, one a joint, to its parent, from the canonical rest. */
  readonly rotations: Float32Array;
  /** How far the pelvis is from where it rests, in metres. */
  readonly pelvis: Float32Array;
}

/** A skeleton at rest. */
export function createSkeletonPose(): SkeletonPose {
  const rotations = new Float32Array(4 * JOINT_COUNT);
  fillIdentity(rotations);
  return { rotations, pelvis: new Float32Array(3) };
}

export function restSkeletonPose(pose: SkeletonPose): void {
  fillIdentity(pose.rotations);
  pose.pelvis.fill(0);
}

/** Rotations to the world out of rotations to the parent; both are 4 numbers a joint and may not be one array. */
export function worldRotations(local: Float32Array, world: Float32Array): void {
  for (let joint = 0; joint < JOINT_COUNT; joint++) {
    const parent = JOINTS[joint]?.parent ?? -1;
    if (parent < 0) for (let i = 0; i < 4; i++) world[4 * joint + i] = local[4 * joint + i] ?? 0;
    else multiplyQuaternions(world, 4 * parent, local, 4 * joint, world, 4 * joint);
  }
}

/**
 * Where every joint is, in metres.
 * @param world rotations to the world, 4 numbers a joint
 * @param places receives x, y, z a joint
 */
export function jointPlaces(pose: SkeletonPose, world: Float32Array, places: Float32Array): void {
  for (let joint = 0; joint < JOINT_COUNT; joint++) {
    const { at, parent } = JOINTS[joint] ?? { at: ORIGIN, parent: -1 };
    const from = JOINTS[parent]?.at ?? ORIGIN;
    for (let i = 0; i < 3; i++) places[3 * joint + i] = (at[i] ?? 0) - (from[i] ?? 0);
    if (parent >= 0) rotateVector(world, 4 * parent, places, 3 * joint);
    for (let i = 0; i < 3; i++) {
      const base = parent < 0 ? (pose.pelvis[i] ?? 0) : (places[3 * parent + i] ?? 0);
      places[3 * joint + i] = (places[3 * joint + i] ?? 0) + base;
    }
  }
}
const ORIGIN = [0, 0, 0] as const;
