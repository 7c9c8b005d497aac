import {
  HAND_IMAGE_STRIDE,
  type HandChannel,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  type PoseChannel,
} from '../landmarkFrame.ts';
import { POSE, SIDES } from '../landmarks.ts';
import { blendHeads } from './blend.ts';
import { quaternionAngle } from './quaternion.ts';
import { REFERENCE_FPS } from './settings.ts';

/** An outstretched arm, shoulder to fingertip, in shoulder widths: the lever that turns an angle into a distance. */
const ARM_REACH = 1.9;

/** Distance between the shoulders in the image, in frame heights. */
export function shoulderWidth(pose: PoseChannel, aspect: number): number {
  const at = (landmark: number, axis: number): number =>
    pose.signals.image[landmark * POSE_IMAGE_STRIDE + axis] ?? 0;
  const { left, right } = POSE.shoulder;
  return Math.hypot((at(left, 0) - at(right, 0)) * aspect, at(left, 1) - at(right, 1));
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
    const distance = Math.hypot(dx * aspect, dy);
    if (distance <= limit) continue;
    next[i] = x + (dx * limit) / distance;
    next[i + 1] = y + (dy * limit) / distance;
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
  const body =
    next.pose.presence === 'tracked' ? next.pose : last.pose.presence === 'tracked' ? last.pose : undefined;
  if (body) {
    const limit = angle * ARM_REACH * shoulderWidth(body, aspect);
    const both = (a: PoseChannel | HandChannel, b: PoseChannel | HandChannel): boolean =>
      a.presence === 'tracked' && b.presence === 'tracked';
    if (both(last.pose, next.pose)) {
      next.pose.clamped = clampPoints(
        last.pose.signals.image,
        next.pose.signals.image,
        POSE_IMAGE_STRIDE,
        limit,
        aspect,
      );
    }
    for (const side of SIDES) {
      const a = last.hands[side];
      const b = next.hands[side];
      if (both(a, b))
        b.clamped = clampPoints(a.signals.image, b.signals.image, HAND_IMAGE_STRIDE, limit, aspect);
    }
  }
  if (last.face.presence === 'tracked' && next.face.presence === 'tracked') {
    const from = last.face.signals.head;
    const to = next.face.signals.head;
    const turn = quaternionAngle(from, to);
    next.face.clamped = turn > angle;
    if (next.face.clamped) blendHeads(from, to, angle / turn, to);
  }
}
