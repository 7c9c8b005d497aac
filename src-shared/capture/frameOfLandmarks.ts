import type { LandmarkFrame } from '../body/index.ts';
import { ARKIT_INDEX, type ArkitBlendshape, LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from '../face/index.ts';
import type { CaptureFrame } from './captureFrame.ts';
import { phoneAnglesOfHead } from './headAngles.ts';

const at = (name: ArkitBlendshape): number => ARKIT_INDEX.get(name) ?? -1;
/** For each eye the coefficients that turn it to the subject's right and left, down and up. */
const LEFT_EYE = [
  at('eyeLookInLeft'),
  at('eyeLookOutLeft'),
  at('eyeLookDownLeft'),
  at('eyeLookUpLeft'),
] as const;
const RIGHT_EYE = [
  at('eyeLookOutRight'),
  at('eyeLookInRight'),
  at('eyeLookDownRight'),
  at('eyeLookUpRight'),
] as const;

/** Where the head's position begins in the signal of a face. */
const POSITION_AT = 4;

/**
 * Writes a frame of a camera: its time, and the face with head and eyes. Eyes are turned as far as the avatar turns them
 * for their coefficients. The body is for the caller to write.
 */
export function frameOfLandmarks({ timeSeconds, face }: LandmarkFrame, into: CaptureFrame): void {
  into.isTimed = true;
  into.timeSeconds = timeSeconds;
  into.faceFound = face.presence !== 'absent';
  into.hasHeadPosition = into.faceFound;
  if (!into.faceFound) return;
  const { blendshapes, head } = face.signals;
  into.blendshapes.set(blendshapes);
  phoneAnglesOfHead(head, 0, into.head);
  for (let axis = 0; axis < 3; axis++) into.headPosition[axis] = head[POSITION_AT + axis] ?? 0;
  turnEye(blendshapes, LEFT_EYE, into.leftEye);
  turnEye(blendshapes, RIGHT_EYE, into.rightEye);
}

function turnEye(
  blendshapes: Float32Array,
  [toRight, toLeft, down, up]: readonly [number, number, number, number],
  out: Float32Array,
): void {
  out[0] = ((blendshapes[toRight] ?? 0) - (blendshapes[toLeft] ?? 0)) * LOOK_SIDE_RADIANS;
  out[1] = ((blendshapes[down] ?? 0) - (blendshapes[up] ?? 0)) * LOOK_UP_DOWN_RADIANS;
  out[2] = 0;
}
