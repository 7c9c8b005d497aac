import {
  HAND_IMAGE_STRIDE,
  type HandChannel,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  type PoseChannel,
} from '../landmarkFrame.ts';
import { HAND_LANDMARKS, POSE, SIDES } from '../landmarks.ts';
import { blendHeads } from './blend.ts';
import { quaternionAngle } from './quaternion.ts';
import { REFERENCE_FPS } from './settings.ts';

/** An outstretched arm, shoulder to fingertip, in shoulder widths: the lever that turns an angle into a distance. */
const ARM_REACH = 1.9;
/** Nose to the middle of the shoulders, and wrist to the middle finger's knuckle, in shoulder widths. */
const NECK = 0.6;
const PALM = 0.3;
const MIDDLE_KNUCKLE = HAND_LANDMARKS.indexOf('middleMcp');

/** Distance between the shoulders in the image, in frame heights. */
export function shoulderWidth({ signals: { image } }: PoseChannel, aspect: number): number {
  const { left, right } = POSE.shoulder;
  return distance(point(image, POSE_IMAGE_STRIDE, left), point(image, POSE_IMAGE_STRIDE, right), aspect);
}

/**
 * Shoulder width that the person in the picture has or would have from the front, in frame heights: the largest that
 * shoulders, neck and palms tell. Shoulders alone vanish from the side, and around a lone hand they are invented.
 */
function bodySize({ pose, hands }: LandmarkFrame, aspect: number): number {
  let size = 0;
  if (pose.presence === 'tracked') {
    const at = (landmark: number): Point => point(pose.signals.image, POSE_IMAGE_STRIDE, landmark);
    const [left, right] = [at(POSE.shoulder.left), at(POSE.shoulder.right)];
    const throat: Point = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
    size = Math.max(shoulderWidth(pose, aspect), distance(at(POSE.nose), throat, aspect) / NECK);
  }
  for (const side of SIDES) {
    if (hands[side].presence !== 'tracked') continue;
    const at = (landmark: number): Point => point(hands[side].signals.image, HAND_IMAGE_STRIDE, landmark);
    size = Math.max(size, distance(at(0), at(MIDDLE_KNUCKLE), aspect) / PALM);
  }
  return size;
}

type Point = readonly [x: number, y: number];

function point(image: Float32Array, stride: number, landmark: number): Point {
  return [image[landmark * stride] ?? 0, image[landmark * stride + 1] ?? 0];
}

function distance(a: Point, b: Point, aspect: number): number {
  return Math.hypot((a[0] - b[0]) * aspect, a[1] - b[1]);
}

/** Moves each point of `next` that is further than `limit` from its place in `last` back onto that distance. */
function clampPoints(
  last: Float32Array,
  next: Float32Array,
  stride: number,
  limit: number,
  aspect: number,
): boolean {
  let clamped = false;
  for (let i = 0; i < next.length; i += stride) {
    const x = last[i] ?? 0;
    const y = last[i + 1] ?? 0;
    const dx = (next[i] ?? 0) - x;
    const dy = (next[i + 1] ?? 0) - y;
    const moved = Math.hypot(dx * aspect, dy);
    if (moved <= limit) continue;
    next[i] = x + (dx * limit) / moved;
    next[i + 1] = y + (dy * limit) / moved;
    clamped = true;
  }
  return clamped;
}

/**
 * Holds back what moves faster than a body can: a head that turns by more than the limit, and a point in the image that
 * moves further than the end of an outstretched arm does in that turn. A channel that was lost is taken afresh.
 * `last` is the frame before, already clamped; `next` is changed in place and marked.
 */
export function clampVelocity(
  last: LandmarkFrame,
  next: LandmarkFrame,
  limitDegrees: number,
  aspect: number,
): void {
  const seconds = next.timeSeconds - last.timeSeconds;
  const angle = (limitDegrees * Math.PI * seconds * REFERENCE_FPS) / 180;
  const limit = angle * ARM_REACH * Math.max(bodySize(last, aspect), bodySize(next, aspect));
  const clamp = (from: PoseChannel | HandChannel, to: PoseChannel | HandChannel, stride: number): void => {
    if (from.presence !== 'tracked' || to.presence !== 'tracked') return;
    to.clamped = clampPoints(from.signals.image, to.signals.image, stride, limit, aspect);
  };
  clamp(last.pose, next.pose, POSE_IMAGE_STRIDE);
  for (const side of SIDES) clamp(last.hands[side], next.hands[side], HAND_IMAGE_STRIDE);
  if (last.face.presence === 'tracked' && next.face.presence === 'tracked') {
    const from = last.face.signals.head;
    const to = next.face.signals.head;
    const turn = quaternionAngle(from, to);
    next.face.clamped = turn > angle;
    if (next.face.clamped) blendHeads(from, to, angle / turn, to);
  }
}
