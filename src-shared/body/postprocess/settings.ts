/** How raw landmarks become a track. The defaults are the tracker specification's configuration. */
export interface PostprocessSettings {
  /** Exponential moving average per 1/25 s: share of the new value, 0..1. 1 leaves the raw value. */
  readonly emaAlpha: { readonly wrist: number; readonly fingers: number; readonly face: number };
  /** Fastest turn taken for real, in degrees per 1/25 s. */
  readonly velocityClampDegrees: number;
  /** A channel found with less confidence is left out, 0..1. */
  readonly minConfidence: number;
  /** Longest gap that is filled by interpolation, in frames. */
  readonly maxGapFrames: number;
}

export const DEFAULT_POSTPROCESS: PostprocessSettings = {
  emaAlpha: { wrist: 0.35, fingers: 0.55, face: 0.4 },
  velocityClampDegrees: 18,
  minConfidence: 0.6,
  maxGapFrames: 3,
};

/** The frame rate that the constants above are meant for; they are converted for each frame's true interval. */
export const REFERENCE_FPS = 25;

/** `alpha` for a step of `seconds` instead of 1/25 s, so that smoothing lasts as long at every frame rate. */
export function alphaForInterval(alpha: number, seconds: number): number {
  return 1 - (1 - alpha) ** (seconds * REFERENCE_FPS);
}
