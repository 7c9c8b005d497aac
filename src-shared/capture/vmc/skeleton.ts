import {
  createSkeletonPose,
  JOINT_COUNT,
  JOINTS,
  jointIndex,
  multiplyQuaternions,
  restSkeletonPose,
  rotateVector,
  worldRotations,
} from '../../body/index.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { phoneAnglesOfHead } from '../headAngles.ts';
import type { OscMessage } from '../osc/message.ts';
import { mirroredX, mirrorRotation } from './handedness.ts';
import { boneIndex, HUMAN_BONES } from './humanBones.ts';

const HIPS = boneIndex('Hips');
const LOWER_LEG = boneIndex('LeftLowerLeg');
const FOOT = boneIndex('LeftFoot');
const HEAD = jointIndex('head');
const HIPS_AT_REST = JOINTS[HUMAN_BONES[HIPS]?.joint ?? 0]?.at ?? [0, 0, 0];
const LEG_LENGTH = lengthOf(HUMAN_BONES[LOWER_LEG]?.offset) + lengthOf(HUMAN_BONES[FOOT]?.offset);
/** A leg shorter than this, in metres, is none: the sender does not tell where its bones are. */
const SHORTEST_LEG = 0.05;
const SHORTEST_ROTATION = 1e-6;

/**
 * The bones of a VMC sender, in our axes, as last told. A sender tells its model's bones as they lie to each other: the
 * model may be a giant or a dwarf, so places are taken by the length of its legs against ours. Rotations are taken from
 * a rest in which every bone has the model's axes; so it is in VRM 0 and wherever bones are normalised.
 */
export class VmcSkeleton {
  readonly #pose = createSkeletonPose();
  readonly #rootRotation = Float32Array.of(0, 0, 0, 1);
  readonly #root = new Float32Array(3);
  readonly #hips = new Float32Array(3);
  /** Of both eyes, to the head. */
  readonly #eyes = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1);
  #thigh = 0;
  #calf = 0;

  /** Takes a message whose arguments 1 to 7 are a place in metres and a rotation. */
  setBone(bone: number, message: OscMessage): void {
    const joint = HUMAN_BONES[bone]?.joint ?? 0;
    readRotation(message, this.#pose.rotations, 4 * joint);
    if (bone === HIPS) readPlace(message, this.#hips);
    else if (bone === LOWER_LEG) this.#thigh = readLength(message);
    else if (bone === FOOT) this.#calf = readLength(message);
  }

  setRoot(message: OscMessage): void {
    readPlace(message, this.#root);
    readRotation(message, this.#rootRotation, 0);
  }

  /** @param eye 0 left, 1 right */
  setEye(eye: number, message: OscMessage): void {
    readRotation(message, this.#eyes, 4 * eye);
  }

  rest(): void {
    restSkeletonPose(this.#pose);
    this.#rootRotation.set(IDENTITY);
    this.#root.fill(0);
    this.#hips.fill(0);
    this.#eyes.set(IDENTITY);
    this.#eyes.set(IDENTITY, 4);
    this.#thigh = 0;
    this.#calf = 0;
  }

  /** Fills in the body, and the head and the eyes as the bones turn them. */
  fill(frame: CaptureFrame): void {
    const { rotations, pelvis } = frame.body;
    rotations.set(this.#pose.rotations);
    multiplyQuaternions(this.#rootRotation, 0, rotations, 0, rotations, 0);
    this.#fillPelvis(pelvis);
    worldRotations(rotations, world);
    phoneAnglesOfHead(world, 4 * HEAD, frame.head);
    phoneAnglesOfHead(this.#eyes, 0, frame.leftEye);
    phoneAnglesOfHead(this.#eyes, 4, frame.rightEye);
  }

  #fillPelvis(pelvis: Float32Array): void {
    const leg = this.#thigh + this.#calf;
    const scale = leg < SHORTEST_LEG ? 1 : LEG_LENGTH / leg;
    place.set(this.#hips);
    rotateVector(this.#rootRotation, 0, place, 0);
    // Hips that lie exactly where their model does are hips whose place is not told.
    const isTold = this.#hips.some(isNotZero);
    for (let i = 0; i < 3; i++) {
      const at = scale * ((this.#root[i] ?? 0) + (place[i] ?? 0));
      pelvis[i] = isTold ? at - (HIPS_AT_REST[i] ?? 0) : at;
    }
  }
}

const IDENTITY = [0, 0, 0, 1];
const world = new Float32Array(4 * JOINT_COUNT);
const place = new Float32Array(3);
const read = new Float64Array(4);
const isNotZero = (value: number): boolean => value !== 0;

function readPlace(message: OscMessage, out: Float32Array): void {
  out[0] = mirroredX(message.numberAt(1));
  out[1] = message.numberAt(2);
  out[2] = message.numberAt(3);
}

function readLength(message: OscMessage): number {
  const [x, y, z] = [message.numberAt(1), message.numberAt(2), message.numberAt(3)];
  return Math.sqrt(x * x + y * y + z * z);
}

/** Some senders write four zeros where a bone is at rest; others round. */
function readRotation(message: OscMessage, out: Float32Array, at: number): void {
  let squares = 0;
  for (let i = 0; i < 4; i++) {
    const value = message.numberAt(4 + i);
    read[i] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < 4; i++)
    read[i] = length < SHORTEST_ROTATION ? (IDENTITY[i] ?? 0) : (read[i] ?? 0) / length;
  mirrorRotation(read, 0, out, at);
}

function lengthOf(vector: readonly number[] | undefined): number {
  return Math.hypot(...(vector ?? []));
}
