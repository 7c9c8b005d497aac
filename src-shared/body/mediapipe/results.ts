import { ARKIT_INDEX } from '../../face/index.ts';
import type { SidedHand } from '../handSides.ts';
import {
  type FaceChannel,
  HAND_IMAGE_STRIDE,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  type PoseChannel,
  WORLD_STRIDE,
} from '../landmarkFrame.ts';
import { POSE, SIDES } from '../landmarks.ts';
import { headPoseFromMatrix } from './headPose.ts';

/** A landmark as MediaPipe's tasks give it: fractions of the picture, or metres. */
export interface FoundPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly visibility: number;
}

/** A hand as the hand task reports it, in fractions of the whole picture. */
export interface FoundHand {
  readonly points: readonly FoundPoint[];
  readonly world: readonly FoundPoint[];
  /** Probability that this is a left hand by the model's label, 0..1. */
  readonly leftProbability: number;
}

interface Category {
  readonly score: number;
  readonly categoryName: string;
}

/** What is read of the results of the pose, hand and face tasks. */
interface FoundPoints {
  readonly landmarks: readonly (readonly FoundPoint[])[];
  readonly worldLandmarks: readonly (readonly FoundPoint[])[];
}
interface FoundHands extends FoundPoints {
  readonly handedness: readonly (readonly Category[])[];
}
interface FoundFace {
  readonly faceBlendshapes: readonly { readonly categories: readonly Category[] }[];
  readonly facialTransformationMatrixes: readonly { readonly data: ArrayLike<number> }[];
}

function copyPoints(points: readonly FoundPoint[], stride: number, target: Float32Array): void {
  for (const [i, point] of points.entries()) {
    target[i * stride] = point.x;
    target[i * stride + 1] = point.y;
    target[i * stride + 2] = point.z;
  }
}

/** Writes the pose; returns its image landmarks, or nothing where no person was found. */
export function copyPose(result: FoundPoints, pose: PoseChannel): readonly FoundPoint[] | undefined {
  const points = result.landmarks[0];
  const world = result.worldLandmarks[0];
  pose.presence = points && world ? 'tracked' : 'absent';
  pose.confidence = 0;
  if (!points || !world) return undefined;
  copyPoints(points, POSE_IMAGE_STRIDE, pose.signals.image);
  copyPoints(world, WORLD_STRIDE, pose.signals.world);
  for (const [i, point] of points.entries()) pose.signals.image[i * POSE_IMAGE_STRIDE + 3] = point.visibility;
  pose.confidence =
    ([POSE.nose, POSE.shoulder.left, POSE.shoulder.right] as const)
      .map((index) => points[index]?.visibility ?? 0)
      .reduce((sum, visibility) => sum + visibility) / 3;
  return points;
}

/** The hands of a picture as the hand task reports them. */
export function readHands(result: FoundHands): FoundHand[] {
  return result.landmarks.flatMap((points, i) => {
    const world = result.worldLandmarks[i];
    const label = result.handedness[i]?.[0];
    if (!world || !label) return [];
    return [
      { points, world, leftProbability: label.categoryName === 'Left' ? label.score : 1 - label.score },
    ];
  });
}

/** Writes hands that have got their side; a side without a hand is marked absent. */
export function copyHands(
  hands: readonly FoundHand[],
  sided: readonly SidedHand[],
  frame: LandmarkFrame,
): void {
  for (const side of SIDES) {
    frame.hands[side].presence = 'absent';
    frame.hands[side].confidence = 0;
  }
  for (const { index, side, confidence } of sided) {
    const found = hands[index];
    if (!found) continue;
    const hand = frame.hands[side];
    hand.presence = 'tracked';
    hand.confidence = confidence;
    copyPoints(found.points, HAND_IMAGE_STRIDE, hand.signals.image);
    copyPoints(found.world, WORLD_STRIDE, hand.signals.world);
  }
}

/** Writes the 52 coefficients by name, and the head's rotation and position. */
export function copyFace(result: FoundFace | undefined, face: FaceChannel): void {
  const categories = result?.faceBlendshapes[0]?.categories;
  const matrix = result?.facialTransformationMatrixes[0]?.data;
  face.presence = categories && matrix ? 'tracked' : 'absent';
  face.confidence = face.presence === 'tracked' ? 1 : 0;
  if (!categories || !matrix) return;
  face.signals.blendshapes.fill(0);
  for (const category of categories) {
    // The list starts with `_neutral`, which is no ARKit coefficient, and has no `tongueOut`.
    const index = ARKIT_INDEX.get(category.categoryName);
    if (index !== undefined) face.signals.blendshapes[index] = category.score;
  }
  headPoseFromMatrix(matrix, face.signals.head);
}
