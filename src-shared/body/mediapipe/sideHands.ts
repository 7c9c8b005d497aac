import { assignHandSides, type SidedHand } from '../handSides.ts';
import { POSE } from '../landmarks.ts';
import type { FoundHand, FoundPoint } from './results.ts';

type Place = Pick<FoundPoint, 'x' | 'y'>;

/**
 * Distance in heights of the picture; infinite where a point is missing.
 * @param aspect width of the picture by its height
 */
export function distanceInHeights(a: Place | undefined, b: Place | undefined, aspect: number): number {
  return a && b ? Math.hypot((a.x - b.x) * aspect, a.y - b.y) : Number.POSITIVE_INFINITY;
}

/** Width of a pose's shoulders in heights of the picture. */
export function shoulderWidth(pose: readonly FoundPoint[], aspect: number): number {
  return distanceInHeights(pose[POSE.shoulder.left], pose[POSE.shoulder.right], aspect);
}

/** Gives the hands of a picture their sides: by the wrists of the pose, where there is one, else by their labels. */
export function sideHands(
  hands: readonly FoundHand[],
  pose: readonly FoundPoint[] | undefined,
  aspect: number,
): SidedHand[] {
  const width = pose ? shoulderWidth(pose, aspect) : 0;
  return assignHandSides(
    hands.map(({ points, leftProbability }) => {
      const toWrist = (wrist: Place | undefined): number | undefined =>
        width > 0 ? distanceInHeights(points[0], wrist, aspect) / width : undefined;
      return {
        leftProbability,
        wristDistance: { left: toWrist(pose?.[POSE.wrist.left]), right: toWrist(pose?.[POSE.wrist.right]) },
      };
    }),
  );
}
