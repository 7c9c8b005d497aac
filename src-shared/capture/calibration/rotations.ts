import { relativeQuaternion, rotateVector } from '../../body/index.ts';
import { CAPTURE_CHANNEL_INDEX, type CaptureFrame } from '../captureFrame.ts';
import { phoneAnglesOfHead } from '../headAngles.ts';
import { headQuaternionOfPhone } from '../headRotation.ts';
import type { CalibrationParameters } from './parameters.ts';

/** Where yaw, pitch and roll of the head and of the eyes lie. */
const HEAD = CAPTURE_CHANNEL_INDEX.get('headYaw') ?? 0;
const ROTATIONS = [
  HEAD,
  CAPTURE_CHANNEL_INDEX.get('leftEyeYaw') ?? 0,
  CAPTURE_CHANNEL_INDEX.get('rightEyeYaw') ?? 0,
] as const;

const atRest = new Float32Array(4);
const turned = new Float32Array(4);
const angles = new Float32Array(3);

/**
 * Calibrates head and eyes in place. What they do is seen from where they rest: a head that nods before a phone at its
 * side nods, where a difference of angles would have it tilt as well. Then dead zone and gain, of each angle.
 */
export function calibrateRotations(
  frame: CaptureFrame,
  { neutral, gain, deadZone }: CalibrationParameters,
): void {
  for (let each = 0; each < ROTATIONS.length; each++) {
    const at = ROTATIONS[each] ?? HEAD;
    fromRest(frame.channels, neutral, at);
    for (let i = at; i < at + 3; i++) {
      const angle = frame.channels[i] ?? 0;
      const beyond = Math.max(0, Math.abs(angle) - (deadZone[i] ?? 0));
      frame.channels[i] = Math.sign(angle) * Math.min(Math.PI, beyond * (gain[i] ?? 1));
    }
  }
}

/** Calibrates in place where the head is: as seen from where it rests, along the axes of the head at rest. */
export function calibrateHeadPosition(
  { headPosition }: CaptureFrame,
  { neutral, headPosition: rest }: CalibrationParameters,
): void {
  for (let i = 0; i < 3; i++) headPosition[i] = (headPosition[i] ?? 0) - (rest[i] ?? 0);
  quaternionAt(neutral, HEAD, atRest);
  for (let i = 0; i < 3; i++) atRest[i] = 0 - (atRest[i] ?? 0);
  rotateVector(atRest, 0, headPosition, 0);
}

function fromRest(channels: Float32Array, neutral: Float32Array, at: number): void {
  // Without a neutral nothing is to be written anew, and nothing rounded.
  if (neutral[at] === 0 && neutral[at + 1] === 0 && neutral[at + 2] === 0) return;
  quaternionAt(neutral, at, atRest);
  quaternionAt(channels, at, turned);
  relativeQuaternion(atRest, 0, turned, 0, turned, 0);
  phoneAnglesOfHead(turned, 0, angles);
  for (let i = 0; i < 3; i++) channels[at + i] = angles[i] ?? 0;
}

function quaternionAt(channels: Float32Array, at: number, out: Float32Array): void {
  headQuaternionOfPhone(channels[at] ?? 0, channels[at + 1] ?? 0, channels[at + 2] ?? 0, out);
}
