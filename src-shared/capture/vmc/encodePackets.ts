import {
  createSkeletonPose,
  JOINT_COUNT,
  jointIndex,
  multiplyQuaternions,
  relativeQuaternion,
  restSkeletonPose,
  type SkeletonPose,
  worldRotations,
} from '../../body/index.ts';
import { ARKIT_BLENDSHAPES } from '../../face/index.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { headQuaternionOfPhone } from '../headRotation.ts';
import { VMC } from './addresses.ts';
import { mirroredX, mirrorRotation } from './handedness.ts';
import { EYE_BONES, HUMAN_BONES, type HumanBone } from './humanBones.ts';
import { type PlannedMessage, planPackets } from './packetPlan.ts';

/** What the messages of one frame are written from. */
interface Source {
  frame: CaptureFrame;
  timeSeconds: number;
  /** The body as it shall be sent, the head as the face turns it. */
  readonly pose: SkeletonPose;
}
type Message = PlannedMessage<Source>;

const TRANSFORM = ['f', 'f', 'f', 'f', 'f', 'f', 'f'] as const;
const HEAD = jointIndex('head');
const UPPER_NECK = jointIndex('neck_02');
const CALIBRATED = 3;
/** Where eyes lie from the joint of the head, in metres, of an adult of 1.7 m; the left one, in our axes. */
const EYE = { x: 0.032, y: 0.09, z: 0.078 };

/**
 * Writes frames as a VMC performer sends them. The order is that of Virtual Motion Capture: root, bones, weights with
 * `Apply`, then `OK` and the time, in bundles of 1400 bytes at most, to be sent one after another.
 *
 * A face gives the 52 weights under their ARKit names (camelCase, as Perfect Sync models have them), the eyes, and the
 * head: turned in the world as the face says, whatever the neck does. A body gives its bones; the joints that the
 * humanoid lacks are in the rotation of the bone beside them. Without both, `OK` says that nothing is tracked.
 * @returns a function that takes a frame of finite numbers, and the time in seconds since sending began: it goes out as a
 * 32-bit float, which after 18 hours cannot tell frames apart
 */
export function createVmcEncoder(): (frame: CaptureFrame, timeSeconds: number) => Uint8Array[] {
  const pose = createSkeletonPose();
  const plans = {
    both: planPackets(messagesOf(true, true)),
    face: planPackets(messagesOf(true, false)),
    body: planPackets(messagesOf(false, true)),
    nobody: planPackets(messagesOf(false, false)),
  };
  return (frame, timeSeconds) => {
    setPose(pose, frame);
    const source = { frame, timeSeconds, pose };
    if (frame.faceFound) return (frame.bodyFound ? plans.both : plans.face)(source);
    return (frame.bodyFound ? plans.body : plans.nobody)(source);
  };
}

function messagesOf(hasFace: boolean, hasBody: boolean): Message[] {
  const bones = HUMAN_BONES.filter((bone) => hasBody || (hasFace && bone.joint === HEAD));
  return [
    ...(hasFace || hasBody ? [rootMessage] : []),
    ...bones.map(boneMessage),
    ...(hasFace ? [...EYE_BONES.map(eyeMessage), ...weightMessages, applyMessage] : []),
    okMessage(hasFace || hasBody),
    timeMessage,
  ];
}

const rootMessage: Message = {
  address: VMC.ROOT,
  name: 'root',
  numbers: TRANSFORM,
  fill: (_, out) => out.set(IDENTITY),
};
const IDENTITY = [0, 0, 0, 0, 0, 0, 1];

function boneMessage({ name, chain, offset: [x, y, z] }: HumanBone): Message {
  const isHips = name === 'Hips';
  return {
    address: VMC.BONE,
    name,
    numbers: TRANSFORM,
    fill: ({ pose: { rotations, pelvis } }, out) => {
      out[0] = mirroredX(x + (isHips ? (pelvis[0] ?? 0) : 0));
      out[1] = y + (isHips ? (pelvis[1] ?? 0) : 0);
      out[2] = z + (isHips ? (pelvis[2] ?? 0) : 0);
      mirrorRotation(turnOf(chain, rotations), 0, turn, 0);
      out.set(turn, 3);
    },
  };
}

/** The rotations of a chain, one upon another. */
function turnOf(chain: readonly number[], rotations: Float32Array): Float32Array {
  const [first = 0, second] = chain;
  turn.set(rotations.subarray(4 * first, 4 * first + 4));
  if (second !== undefined) multiplyQuaternions(turn, 0, rotations, 4 * second, turn, 0);
  return turn;
}

function eyeMessage(name: (typeof EYE_BONES)[number], eye: number): Message {
  const isLeft = eye === 0;
  return {
    address: VMC.BONE,
    name,
    numbers: TRANSFORM,
    fill: ({ frame: { leftEye, rightEye } }, out) => {
      const [yaw = 0, pitch = 0, roll = 0] = isLeft ? leftEye : rightEye;
      headQuaternionOfPhone(yaw, pitch, roll, turn);
      mirrorRotation(turn, 0, turn, 0);
      out[0] = mirroredX(isLeft ? EYE.x : -EYE.x);
      out[1] = EYE.y;
      out[2] = EYE.z;
      out.set(turn, 3);
    },
  };
}

const weightMessages = ARKIT_BLENDSHAPES.map(
  (name, index): Message => ({
    address: VMC.BLEND,
    name,
    numbers: ['f'],
    fill: ({ frame }, out) => {
      out[0] = frame.blendshapes[index] ?? 0;
    },
  }),
);
const applyMessage: Message = { address: VMC.APPLY, numbers: [] };

/** Version 2.7: loaded, calibrated, in normal mode, and whether tracking works. */
function okMessage(isTracking: boolean): Message {
  const numbers = [1, CALIBRATED, 0, isTracking ? 1 : 0];
  return { address: VMC.OK, numbers: ['i', 'i', 'i', 'i'], fill: (_, out) => out.set(numbers) };
}

const timeMessage: Message = {
  address: VMC.T,
  numbers: ['f'],
  fill: ({ timeSeconds }, out) => {
    out[0] = timeSeconds;
  },
};

function setPose(pose: SkeletonPose, frame: CaptureFrame): void {
  restSkeletonPose(pose);
  if (frame.bodyFound) {
    pose.rotations.set(frame.body.rotations);
    pose.pelvis.set(frame.body.pelvis);
  }
  if (!frame.faceFound) return;
  const [yaw = 0, pitch = 0, roll = 0] = frame.head;
  headQuaternionOfPhone(yaw, pitch, roll, turn);
  worldRotations(pose.rotations, world);
  relativeQuaternion(world, 4 * UPPER_NECK, turn, 0, pose.rotations, 4 * HEAD);
}

const turn = new Float32Array(4);
const world = new Float32Array(4 * JOINT_COUNT);
