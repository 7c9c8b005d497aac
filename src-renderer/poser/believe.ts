import { HAND_IMAGE_STRIDE, type LandmarkFrame, POSE_IMAGE_STRIDE, SIDES } from '#shared/body/index.ts';
import { HAND_AT, LIMBS_AT } from './landmarks.ts';
import { softStep } from './vectors.ts';

/**
 * A palm is about a fifth of a torso long. Where only a hand is in the picture, the pose model sees a whole body in it,
 * and the palm is as long as that body's torso (measured: 0.05 to 0.25 with a body, over 0.4 without).
 */
const LONGEST_PALM = 0.4;
const { left, right } = LIMBS_AT;

const visibility = (frame: LandmarkFrame, landmark: number): number =>
  frame.pose.signals.image[landmark * POSE_IMAGE_STRIDE + 3] ?? 0;

/** Whether a frame shows a body: a pose that is there, and that is not invented around a hand. */
export function showsBody(frame: LandmarkFrame): boolean {
  if (frame.pose.presence === 'absent') return false;
  const longest = LONGEST_PALM * torsoSize(frame.pose.signals.image);
  for (const side of SIDES) {
    const { presence, signals } = frame.hands[side];
    if (presence !== 'absent' && palmLength(signals.image) >= longest) return false;
  }
  return true;
}

/** The longer of shoulder width and torso length, in the picture. */
function torsoSize(image: Float32Array): number {
  const length = Math.hypot(
    middle(image, left.shoulder, right.shoulder, 0) - middle(image, left.hip, right.hip, 0),
    middle(image, left.shoulder, right.shoulder, 1) - middle(image, left.hip, right.hip, 1),
  );
  return Math.max(length, distance(image, POSE_IMAGE_STRIDE, left.shoulder, right.shoulder));
}

function palmLength(image: Float32Array): number {
  return distance(image, HAND_IMAGE_STRIDE, HAND_AT.middle[0], HAND_AT.wrist);
}

function middle(image: Float32Array, a: number, b: number, axis: number): number {
  return ((image[a * POSE_IMAGE_STRIDE + axis] ?? 0) + (image[b * POSE_IMAGE_STRIDE + axis] ?? 0)) / 2;
}

function distance(image: Float32Array, stride: number, a: number, b: number): number {
  return Math.hypot(
    (image[a * stride] ?? 0) - (image[b * stride] ?? 0),
    (image[a * stride + 1] ?? 0) - (image[b * stride + 1] ?? 0),
  );
}

/** How far to trust the arm of a body, 0..1: the model invents elbows and wrists out of the picture. */
export function armTrust(frame: LandmarkFrame, side: 'left' | 'right'): number {
  const { elbow, wrist } = LIMBS_AT[side];
  return softStep(0.12, 0.4, Math.max(visibility(frame, elbow), visibility(frame, wrist)));
}

/** How far to trust the hips of a body, 0..1. */
export function hipTrust(frame: LandmarkFrame): number {
  return softStep(0.25, 0.6, Math.min(visibility(frame, left.hip), visibility(frame, right.hip)));
}

/** Whether a body's leg is in the picture down to the ankle. */
export function showsLeg(frame: LandmarkFrame, side: 'left' | 'right'): boolean {
  const { knee, ankle } = LIMBS_AT[side];
  return Math.min(visibility(frame, knee), visibility(frame, ankle)) > 0.5;
}
