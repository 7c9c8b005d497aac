import { HAND_IMAGE_STRIDE, POSE_IMAGE_STRIDE } from '#shared/body/index.ts';
import type { Place } from '../stage/letterbox.ts';
import { type Bones, HAND_BONES, POSE_BONES } from './bones.ts';
import type { Pen } from './pen.ts';

/** Points of the pose that are less visible than this are guessed by the model, and left out. */
const MIN_VISIBILITY = 0.5;
/** Radius of a joint, in widths of the lines. */
const JOINT = 1.25;
const TURN = 2 * Math.PI;

/** How a channel's points lie in its array, and which of them are joined. */
export interface PointLayout {
  readonly stride: number;
  readonly bones: Bones;
  /** Where in a point its visibility is; undefined where it has none. */
  readonly visibilityAt: number | undefined;
}

export const POSE_LAYOUT: PointLayout = { stride: POSE_IMAGE_STRIDE, bones: POSE_BONES, visibilityAt: 3 };
export const HAND_LAYOUT: PointLayout = {
  stride: HAND_IMAGE_STRIDE,
  bones: HAND_BONES,
  visibilityAt: undefined,
};

/** Draws image points and what joins them, over the picture that lies at `place`. */
export function drawPoints(
  pen: Pen,
  place: Place,
  points: Float32Array,
  { stride, bones, visibilityAt }: PointLayout,
  isFilled: boolean,
): void {
  const { context } = pen;
  const x = (point: number): number => place.left + (points[point * stride] ?? 0) * place.width;
  const y = (point: number): number => place.top + (points[point * stride + 1] ?? 0) * place.height;
  const isSeen = (point: number): boolean =>
    visibilityAt === undefined || (points[point * stride + visibilityAt] ?? 0) >= MIN_VISIBILITY;
  context.beginPath();
  for (let i = 0; i < bones.length; i += 2) {
    const from = bones[i] ?? 0;
    const to = bones[i + 1] ?? 0;
    if (!isSeen(from) || !isSeen(to)) continue;
    context.moveTo(x(from), y(from));
    context.lineTo(x(to), y(to));
  }
  pen.stroke(isFilled);
  const radius = pen.width * JOINT;
  context.beginPath();
  for (let i = 0; i < bones.length; i++) {
    const point = bones[i] ?? 0;
    if (!isSeen(point)) continue;
    context.moveTo(x(point) + radius, y(point));
    context.arc(x(point), y(point), radius, 0, TURN);
  }
  pen.dots(isFilled);
}
