import { Euler, Quaternion } from 'three';
import {
  JOINT_COUNT,
  jointIndex,
  multiplyQuaternions,
  relativeQuaternion,
  type SkeletonPose,
  slerpQuaternions,
  worldRotations,
} from '#shared/body/index.ts';

const CHEST = jointIndex('spine_05');
const NECK = jointIndex('neck_01');
const UPPER_NECK = jointIndex('neck_02');
const HEAD = jointIndex('head');
/** Shares of the head's turn that are made by the lower neck, and by it and the upper neck together. */
const NECK_SHARE = 0.22;
const WHOLE_NECK_SHARE = 0.45;

const IDENTITY = Float32Array.of(0, 0, 0, 1);
const world = new Float32Array(4 * JOINT_COUNT);
const turn = new Float32Array(4);
const lower = new Float32Array(4);
const whole = new Float32Array(4);
const euler = new Euler();
const quaternion = new Quaternion();

/**
 * Reads how a body's head is turned in the world.
 * @param out yaw to the subject's left, pitch down, roll to the right shoulder, in radians
 */
export function readHead(body: SkeletonPose, out: Float32Array): void {
  worldRotations(body.rotations, world);
  euler.setFromQuaternion(quaternion.fromArray(world, 4 * HEAD), 'YXZ');
  out[0] = euler.y;
  out[1] = euler.x;
  out[2] = euler.z;
}

/**
 * Turns a body's neck and head so that the head is turned in the world as it shall be; the neck makes its share.
 * @param angles as `readHead` gives them
 */
export function turnHead(body: SkeletonPose, angles: ArrayLike<number>): void {
  worldRotations(body.rotations, world);
  quaternion.setFromEuler(euler.set(angles[1] ?? 0, angles[0] ?? 0, angles[2] ?? 0, 'YXZ')).toArray(turn);
  relativeQuaternion(world, 4 * CHEST, turn, 0, turn, 0);
  slerpQuaternions(IDENTITY, 0, turn, 0, NECK_SHARE, lower, 0);
  slerpQuaternions(IDENTITY, 0, turn, 0, WHOLE_NECK_SHARE, whole, 0);
  body.rotations.set(lower, 4 * NECK);
  relativeQuaternion(lower, 0, whole, 0, body.rotations, 4 * UPPER_NECK);
  relativeQuaternion(whole, 0, turn, 0, body.rotations, 4 * HEAD);
}

const CLAVICLES = [
  { joint: jointIndex('clavicle_l'), sign: 1 },
  { joint: jointIndex('clavicle_r'), sign: -1 },
];
const SPINE = jointIndex('spine_02');
const BREATH = { chestRadians: -0.012, shoulderRadians: 0.014 } as const;
const bent = new Float32Array(4);

/**
 * Lays breath and sway over a body.
 * @param breath 0 breathed out, 1 breathed in
 * @param sway yaw, pitch, roll of the upper body in radians, signs as of the head
 */
export function breathe(body: SkeletonPose, breath: number, sway: ArrayLike<number>): void {
  quaternion.setFromEuler(euler.set(sway[1] ?? 0, sway[0] ?? 0, sway[2] ?? 0, 'YXZ')).toArray(bent);
  add(body, SPINE);
  quaternion.setFromEuler(euler.set(BREATH.chestRadians * breath, 0, 0, 'YXZ')).toArray(bent);
  add(body, CHEST);
  for (const { joint, sign } of CLAVICLES) {
    quaternion.setFromEuler(euler.set(0, 0, sign * BREATH.shoulderRadians * breath, 'YXZ')).toArray(bent);
    add(body, joint);
  }
}

/** Turns a joint by `bent`, before its own turn. */
function add({ rotations }: SkeletonPose, joint: number): void {
  multiplyQuaternions(bent, 0, rotations, 4 * joint, rotations, 4 * joint);
}
