import {
  type ArmGoal,
  HAND_SHAPES,
  handRotation,
  JOINT_COUNT,
  jointIndex,
  jointPlaces,
  multiplyQuaternions,
  type Outward,
  placeHand,
  poseHand,
  radians,
  SIDES,
  type Side,
  type SkeletonPose,
  setAxisAngle,
  slerpQuaternions,
  toWorld,
  worldRotations,
} from '../../body/index.ts';
import { ease } from './easing.ts';
import { HAND_KEYS, type HandKey } from './handKeys.ts';
import { HEAD_MOVES } from './headMoves.ts';

const X = [1, 0, 0] as const;
const Y = [0, 1, 0] as const;
const Z = [0, 0, 1] as const;

/** Where elbows show: outward, down and back. */
const ELBOW: Outward = [0.5, -0.8, -0.35];
/** A breath lasts this long, in seconds, and a sway from side to side; both divide the performance's length. */
const BREATH_SECONDS = 4.25;
const SWAY_SECONDS = 8.5;
const HEAD_JOINTS = [
  { joint: jointIndex('neck_01'), share: 0.25 },
  { joint: jointIndex('neck_02'), share: 0.25 },
  { joint: jointIndex('head'), share: 0.5 },
];
const SPINE = jointIndex('spine_03');
const CHEST = jointIndex('spine_05');

/** A key with its hand's rotation in the world worked out. */
interface PlacedKey extends HandKey {
  readonly rotation: Float32Array;
}
const place = (side: Side, key: HandKey): PlacedKey => ({ ...key, rotation: handRotation(side, key) });
const KEYS: Readonly<Record<Side, readonly PlacedKey[]>> = {
  left: HAND_KEYS.left.map((key) => place('left', key)),
  right: HAND_KEYS.right.map((key) => place('right', key)),
};

const world = new Float32Array(4 * JOINT_COUNT);
const places = new Float32Array(3 * JOINT_COUNT);
const turn = new Float32Array(4);
const goal: ArmGoal = {
  wrist: new Float32Array(3),
  elbow: new Float32Array(3),
  hand: new Float32Array(4),
};

/** Writes the body of a moment of the sample performance. */
export function writeSampleBody(seconds: number, pose: SkeletonPose): void {
  const { rotations } = pose;
  const sway = Math.sin((2 * Math.PI * seconds) / SWAY_SECONDS);
  const breath = Math.sin((2 * Math.PI * seconds) / BREATH_SECONDS);
  setAxisAngle(rotations, 4 * SPINE, Z, radians(0.7 * sway));
  setAxisAngle(rotations, 4 * CHEST, X, radians(-0.6 * breath));
  turnHead(seconds, rotations);
  worldRotations(rotations, world);
  jointPlaces(pose, world, places);
  for (const side of SIDES) moveArm(side, seconds, rotations, breath);
}

function turnHead(seconds: number, rotations: Float32Array): void {
  let [yaw, pitch, roll] = [0, 0, 0];
  for (const { start, end, turn: by } of HEAD_MOVES) {
    if (seconds <= start || seconds >= end) continue;
    const share = ease((2 * (seconds - start)) / (end - start)) * ease((2 * (end - seconds)) / (end - start));
    yaw += by[0] * share;
    pitch += by[1] * share;
    roll += by[2] * share;
  }
  for (const { joint, share } of HEAD_JOINTS) {
    const at = 4 * joint;
    setAxisAngle(rotations, at, Z, radians(-roll * share));
    setAxisAngle(turn, 0, X, radians(pitch * share));
    multiplyQuaternions(turn, 0, rotations, at, rotations, at);
    setAxisAngle(turn, 0, Y, radians(yaw * share));
    multiplyQuaternions(turn, 0, rotations, at, rotations, at);
  }
}

function moveArm(side: Side, seconds: number, rotations: Float32Array, breath: number): void {
  const keys = KEYS[side];
  let next = 1;
  while (next < keys.length - 1 && seconds >= (keys[next + 1]?.from ?? 0)) next++;
  const from = keys[next - 1];
  const to = keys[next];
  if (!from || !to) return;
  const { wrist, elbow, hand } = goal;
  const share = ease((seconds - to.from) / (to.at - to.from));
  for (let i = 0; i < 3; i++) wrist[i] = (from.wrist[i] ?? 0) * (1 - share) + (to.wrist[i] ?? 0) * share;
  if (side === 'right') wrist[0] = -(wrist[0] ?? 0);
  // Hands swing a little to the front on their way, and breathe with the chest.
  wrist[2] = (wrist[2] ?? 0) + 0.05 * Math.sin(Math.PI * share);
  wrist[1] = (wrist[1] ?? 0) + 0.002 * breath;
  toWorld(side, ELBOW, elbow);
  slerpQuaternions(from.rotation, 0, to.rotation, 0, share, hand, 0);
  placeHand(side, goal, rotations, world, places);
  poseHand(side, HAND_SHAPES[from.shape], HAND_SHAPES[to.shape], share, rotations);
}
