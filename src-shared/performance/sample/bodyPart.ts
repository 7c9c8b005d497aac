import {
  frameOf,
  HAND_SHAPES,
  JOINT_COUNT,
  jointIndex,
  jointPlaces,
  multiplyQuaternions,
  poseHand,
  radians,
  reach,
  relativeQuaternion,
  SIDES,
  type Side,
  type SkeletonPose,
  setAxisAngle,
  sideLetter,
  slerpQuaternions,
  worldRotations,
} from '../../body/index.ts';
import { ease } from './easing.ts';
import { HAND_KEYS, type HandKey, type Outward } from './handKeys.ts';
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

interface ArmJoints {
  readonly clavicle: number;
  readonly upper: number;
  readonly fore: number;
  readonly hand: number;
}
const armJoints = (side: Side): ArmJoints => {
  const letter = sideLetter(side);
  return {
    clavicle: jointIndex(`clavicle_${letter}`),
    upper: jointIndex(`upperarm_${letter}`),
    fore: jointIndex(`lowerarm_${letter}`),
    hand: jointIndex(`hand_${letter}`),
  };
};
const ARMS = { left: armJoints('left'), right: armJoints('right') };

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
const wrist = new Float32Array(3);
const elbow = new Float32Array(3);

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
  const { clavicle, upper, fore, hand } = ARMS[side];
  const out = side === 'left' ? 1 : -1;
  const keys = KEYS[side];
  let next = 1;
  while (next < keys.length - 1 && seconds >= (keys[next + 1]?.from ?? 0)) next++;
  const from = keys[next - 1];
  const to = keys[next];
  if (!from || !to) return;
  const share = ease((seconds - to.from) / (to.at - to.from));
  for (let i = 0; i < 3; i++) wrist[i] = (from.wrist[i] ?? 0) * (1 - share) + (to.wrist[i] ?? 0) * share;
  wrist[0] = (wrist[0] ?? 0) * out;
  // Hands swing a little to the front on their way, and breathe with the chest.
  wrist[2] = (wrist[2] ?? 0) + 0.05 * Math.sin(Math.PI * share);
  wrist[1] = (wrist[1] ?? 0) + 0.002 * breath;
  for (let i = 0; i < 3; i++) elbow[i] = (ELBOW[i] ?? 0) * (i === 0 ? out : 1);
  reach(side, places.subarray(3 * upper, 3 * upper + 3), wrist, elbow, world, 4 * upper, 4 * fore);
  slerpQuaternions(from.rotation, 0, to.rotation, 0, share, world, 4 * hand);
  relativeQuaternion(world, 4 * clavicle, world, 4 * upper, rotations, 4 * upper);
  relativeQuaternion(world, 4 * upper, world, 4 * fore, rotations, 4 * fore);
  relativeQuaternion(world, 4 * fore, world, 4 * hand, rotations, 4 * hand);
  poseHand(side, HAND_SHAPES[from.shape], HAND_SHAPES[to.shape], share, rotations);
}

/** The rotation to the world of a hand whose fingers and palm point somewhere. */
function handRotation(side: Side, { fingers, palm }: HandKey): Float32Array {
  const out = side === 'left' ? 1 : -1;
  // At rest the right hand's fingers point against the x axis, and palms down.
  const along: Outward = [fingers[0], fingers[1] * out, fingers[2] * out];
  const back: Outward = [-palm[0] * out, -palm[1], -palm[2]];
  const rotation = frameOf(along, back);
  if (!rotation) throw new Error('the palm points where the fingers point');
  return rotation;
}
