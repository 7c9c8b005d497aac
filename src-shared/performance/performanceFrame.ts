import { createSkeletonPose, type SkeletonPose } from '../body/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '../face/index.ts';

/** One moment of a performance: a face and a body, whatever they were made from. */
export interface PerformanceFrame {
  timeSeconds: number;
  /** 52 coefficients 0..1 in the order of `ARKIT_BLENDSHAPES`. */
  readonly blendshapes: Float32Array;
  /** All joints, the head's among them. */
  readonly body: SkeletonPose;
}

export function createPerformanceFrame(): PerformanceFrame {
  return {
    timeSeconds: 0,
    blendshapes: new Float32Array(ARKIT_BLENDSHAPE_COUNT),
    body: createSkeletonPose(),
  };
}
