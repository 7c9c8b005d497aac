import { Quaternion } from 'three';
import {
  FINGERS,
  JOINT_COUNT,
  JOINTS,
  type JointName,
  jointIndex,
  jointPlaces,
  multiplyQuaternions,
  relativeQuaternion,
  SIDES,
  type SkeletonPose,
  setAxisAngle,
  sideLetter,
  slerpQuaternions,
} from '#shared/body/index.ts';
import { type BoneName, boneIndex, PHALANGES } from './bones.ts';
import type { Poser } from './poser.ts';

/** A joint that turns as one of the poser's bones does. */
interface Followed {
  readonly joint: number;
  readonly bone: number;
  /** From the canonical skeleton's rest, a T, to the poser's, whose arms hang. */
  readonly toRest: Float32Array;
}
/** A joint that turns between two others. */
interface Between {
  readonly joint: number;
  readonly a: number;
  readonly b: number;
  readonly share: number;
}

const Z = [0, 0, 1] as const;
const followed: Followed[] = [];
const between: Between[] = [];

function follow(joint: JointName, bone: BoneName, armSide = 0): void {
  const toRest = new Float32Array(4);
  setAxisAngle(toRest, 0, Z, (-armSide * Math.PI) / 2);
  followed.push({ joint: jointIndex(joint), bone: boneIndex(bone), toRest });
}
function lay(joint: JointName, a: JointName, b: JointName, share: number): void {
  between.push({ joint: jointIndex(joint), a: jointIndex(a), b: jointIndex(b), share });
}

follow('pelvis', 'pelvis');
follow('spine_02', 'spine');
follow('spine_04', 'chest');
follow('spine_05', 'chest');
follow('neck_01', 'chest');
follow('neck_02', 'chest');
follow('head', 'head');
lay('spine_01', 'pelvis', 'spine_02', 0.5);
lay('spine_03', 'spine_02', 'spine_04', 0.5);
for (const side of SIDES) {
  const l = sideLetter(side);
  const arm = side === 'left' ? 1 : -1;
  follow(`clavicle_${l}`, 'chest');
  follow(`upperarm_${l}`, `${side}.upperArm`, arm);
  follow(`lowerarm_${l}`, `${side}.forearm`, arm);
  follow(`hand_${l}`, `${side}.hand`, arm);
  for (const phalanx of PHALANGES) {
    follow(`thumb_0${phalanx}_${l}`, `${side}.thumb${phalanx}`, arm);
    for (const finger of FINGERS) follow(`${finger}_0${phalanx}_${l}`, `${side}.${finger}${phalanx}`, arm);
  }
  for (const finger of FINGERS) follow(`${finger}_metacarpal_${l}`, `${side}.hand`, arm);
  follow(`thigh_${l}`, `${side}.thigh`);
  follow(`calf_${l}`, `${side}.shin`);
  follow(`foot_${l}`, `${side}.foot`);
  follow(`ball_${l}`, `${side}.foot`);
}

const FEET = { left: jointIndex('foot_l'), right: jointIndex('foot_r') };
const ANKLE_HEIGHT = JOINTS[FEET.left]?.at[1] ?? 0;

const world = new Float32Array(4 * JOINT_COUNT);
const places = new Float32Array(3 * JOINT_COUNT);
const rotation = new Float32Array(4);
const IDENTITY = new Quaternion();

/** Writes a poser's pose as the canonical skeleton's, with the lower of the feet that are tracked on the floor. */
export function skeletonOf(poser: Poser, into: SkeletonPose): void {
  for (const { joint, bone, toRest } of followed) {
    (poser.rotations.world[bone] ?? IDENTITY).toArray(rotation);
    multiplyQuaternions(rotation, 0, toRest, 0, world, 4 * joint);
  }
  for (const { joint, a, b, share } of between) {
    slerpQuaternions(world, 4 * a, world, 4 * b, share, world, 4 * joint);
  }
  for (let joint = 0; joint < JOINT_COUNT; joint++) {
    const parent = JOINTS[joint]?.parent ?? -1;
    if (parent < 0) for (let i = 0; i < 4; i++) into.rotations[i] = world[i] ?? 0;
    else relativeQuaternion(world, 4 * parent, world, 4 * joint, into.rotations, 4 * joint);
  }
  into.pelvis.fill(0);
  into.pelvis[1] = liftToFloor(poser, into);
}

/** How far the hips have to be moved up or down, in metres. */
function liftToFloor({ legs }: Poser, pose: SkeletonPose): number {
  const weight = Math.max(legs.left, legs.right);
  if (weight === 0) return 0;
  jointPlaces(pose, world, places);
  let lowest = Number.POSITIVE_INFINITY;
  for (const side of SIDES) {
    if (legs[side] > 0) lowest = Math.min(lowest, places[3 * FEET[side] + 1] ?? 0);
  }
  return (ANKLE_HEIGHT - lowest) * weight;
}
