import { Quaternion, Vector3 } from 'three';
import {
  FINGERS,
  type Finger,
  JOINTS,
  jointIndex,
  type LandmarkFrame,
  type Side,
} from '#shared/body/index.ts';
import { type BoneName, boneIndex, PHALANGES } from './bones.ts';
import { HAND_AT } from './landmarks.ts';
import type { Part } from './part.ts';
import { directionBetween, orient } from './vectors.ts';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** How a hand hangs when nothing is known of it: curl of each phalanx towards the palm, in degrees. */
const RELAXED: Readonly<Record<Finger, readonly [number, number, number]>> = {
  index: [16, 22, 12],
  middle: [20, 26, 14],
  ring: [24, 28, 16],
  pinky: [28, 28, 16],
};
/** What joints of a healthy hand reach, in radians: curl of the knuckle, the middle and the last joint, and spread. */
const KNUCKLE = { min: radians(-25), max: radians(95) };
const MIDDLE_JOINT = { min: 0, max: radians(112) };
const LAST_JOINT = { min: radians(-8), max: radians(85) };
const SPREAD = radians(24);
const THUMB_REACH = [radians(55), radians(62), radians(85)];
/** Where the left thumb points at rest; a unit vector. */
const THUMB_DIRECTION = hangingThumb();

const X = new Vector3(1, 0, 0);
const Z = new Vector3(0, 0, 1);
const IDENTITY = new Quaternion();
const forward = new Vector3();
const across = new Vector3();
const normal = new Vector3();
const direction = new Vector3();
const chain = new Quaternion();
const palm = new Quaternion();
const toChain = new Quaternion();
const local = new Quaternion();
const spreading = new Quaternion();

const clamp = (value: number, { min, max }: { min: number; max: number }): number =>
  Math.min(max, Math.max(min, value));
/** Turning about z by this sign curls fingers towards the palm. */
const curlSign = (side: Side): 1 | -1 => (side === 'left' ? -1 : 1);
const bonesOf = (side: Side, finger: Finger | 'thumb'): number[] =>
  PHALANGES.map((phalanx) => boneIndex(`${side}.${finger}${phalanx}`));
const chainsOf = (side: Side) => ({
  thumb: bonesOf(side, 'thumb'),
  fingers: FINGERS.map((finger) => ({ finger, bones: bonesOf(side, finger) })),
});
const CHAINS = { left: chainsOf('left'), right: chainsOf('right') };
const HANDS = { left: boneIndex('left.hand'), right: boneIndex('right.hand') };

/** The bones of a hand, the wrist first. */
export function handBones(side: Side): BoneName[] {
  const fingers = (['thumb', ...FINGERS] as const).flatMap((finger) =>
    PHALANGES.map((phalanx): BoneName => `${side}.${finger}${phalanx}`),
  );
  return [`${side}.hand`, ...fingers];
}

/** The rotation in the world of a tracked hand's palm: fingers along -y, the thumb's side at +z. */
export function palmRotation(world: Float32Array, out: Quaternion): Quaternion {
  forward.set(0, 0, 0);
  for (const finger of FINGERS) {
    forward.add(directionBetween(world, HAND_AT.wrist, HAND_AT[finger][0], direction));
  }
  directionBetween(world, HAND_AT.pinky[0], HAND_AT.index[0], across);
  forward.normalize().negate();
  normal.crossVectors(forward, across);
  return orient(forward, normal, out);
}

/** Turns a hand and its fingers as tracked, or lets them hang along the forearm. */
export function poseHand(part: Part, frame: LandmarkFrame, side: Side): void {
  const { presence, signals } = frame.hands[side];
  const { thumb, fingers } = CHAINS[side];
  if (presence === 'absent') {
    relax(part, side);
    return;
  }
  palmRotation(signals.world, palm);
  part.turnInWorld(HANDS[side], palm);
  chain.copy(palm);
  turnThumb(part, thumb, signals.world, side);
  for (const { bones, finger } of fingers) {
    chain.copy(palm);
    turnFinger(part, bones, signals.world, HAND_AT[finger], side);
  }
}

/** `chain` is the palm's rotation at first, and follows the phalanges outward. */
function turnFinger(
  part: Part,
  bones: readonly number[],
  world: Float32Array,
  landmarks: readonly number[],
  side: Side,
): void {
  const sign = curlSign(side);
  for (let i = 0; i < bones.length; i++) {
    directionBetween(world, landmarks[i] ?? 0, landmarks[i + 1] ?? 0, direction);
    direction.applyQuaternion(toChain.copy(chain).invert());
    const curl = Math.atan2(direction.x, -direction.y) * sign;
    local.setFromAxisAngle(Z, sign * clamp(curl, i === 0 ? KNUCKLE : i === 1 ? MIDDLE_JOINT : LAST_JOINT));
    if (i === 0) {
      // A curled finger hardly spreads.
      const room = SPREAD * Math.max(0.25, Math.cos(curl));
      const spread = Math.asin(Math.min(1, Math.max(-1, -direction.z)));
      local.multiply(spreading.setFromAxisAngle(X, Math.min(room, Math.max(-room, spread))));
    }
    chain.multiply(local);
    part.turn(bones[i] ?? -1, local);
  }
}

function turnThumb(part: Part, bones: readonly number[], world: Float32Array, side: Side): void {
  const landmarks = HAND_AT.thumb;
  for (let i = 0; i < bones.length; i++) {
    directionBetween(world, landmarks[i] ?? 0, landmarks[i + 1] ?? 0, direction);
    direction.applyQuaternion(toChain.copy(chain).invert());
    local.setFromUnitVectors(thumbDirection(side), direction);
    const angle = local.angleTo(IDENTITY);
    const reach = THUMB_REACH[i] ?? 0;
    if (angle > reach) local.slerp(IDENTITY, 1 - reach / angle);
    chain.multiply(local);
    part.turn(bones[i] ?? -1, local);
  }
}

function thumbDirection(side: Side): Vector3 {
  const { x, y, z } = THUMB_DIRECTION;
  return forward.set(side === 'left' ? x : -x, y, z);
}

/** The canonical skeleton's arm is stretched out to the side; here it hangs. */
function hangingThumb(): Vector3 {
  const [root, knuckle] = [JOINTS[jointIndex('thumb_01_l')], JOINTS[jointIndex('thumb_02_l')]];
  const [fromX = 0, fromY = 0, fromZ = 0] = root?.at ?? [];
  const [x = 0, y = 0, z = 0] = knuckle?.at ?? [];
  return new Vector3(y - fromY, fromX - x, z - fromZ).normalize();
}

function relax(part: Part, side: Side): void {
  const { thumb, fingers } = CHAINS[side];
  const sign = curlSign(side);
  part.turn(HANDS[side], local.setFromAxisAngle(Z, sign * radians(6)));
  for (const bone of thumb) part.turn(bone, local.setFromAxisAngle(X, radians(10)));
  for (const { finger, bones } of fingers) {
    for (let i = 0; i < bones.length; i++) {
      part.turn(bones[i] ?? -1, local.setFromAxisAngle(Z, sign * radians(RELAXED[finger][i] ?? 0)));
    }
  }
}
