import { ARKIT_INDEX, type ArkitBlendshape } from './arkit.ts';

/**
 * The canonical face features: a small, source-independent summary of a face, each 0..1. Each is the mean of the ARKit
 * coefficients it stands for. `look_left` and `look_right` are the subject's own directions.
 */
const FEATURE_SOURCES = {
  jaw_open: ['jawOpen'],
  mouth_funnel: ['mouthFunnel'],
  mouth_pucker: ['mouthPucker'],
  mouth_smile_l: ['mouthSmileLeft'],
  mouth_smile_r: ['mouthSmileRight'],
  brow_inner_up: ['browInnerUp'],
  brow_down_l: ['browDownLeft'],
  brow_down_r: ['browDownRight'],
  cheek_puff: ['cheekPuff'],
  eye_blink_l: ['eyeBlinkLeft'],
  eye_blink_r: ['eyeBlinkRight'],
  look_left: ['eyeLookOutLeft', 'eyeLookInRight'],
  look_right: ['eyeLookInLeft', 'eyeLookOutRight'],
  look_up: ['eyeLookUpLeft', 'eyeLookUpRight'],
  look_down: ['eyeLookDownLeft', 'eyeLookDownRight'],
} as const satisfies Record<string, readonly ArkitBlendshape[]>;

type DirectFeature = keyof typeof FEATURE_SOURCES;
export type FaceFeature = DirectFeature | 'mouth_open';
export type FaceFeatures = Record<FaceFeature, number>;

const directFeatures = Object.keys(FEATURE_SOURCES) as DirectFeature[];

export const FACE_FEATURES: readonly FaceFeature[] = [...directFeatures, 'mouth_open'];

/** @param blendshapes 52 ARKit coefficients in the order of `ARKIT_BLENDSHAPES` */
export function faceFeatures(blendshapes: Float32Array): FaceFeatures {
  const weight = (name: ArkitBlendshape): number => blendshapes[ARKIT_INDEX.get(name) ?? -1] ?? 0;
  const features: FaceFeatures = Object.create(null);
  for (const feature of directFeatures) {
    const sources: readonly ArkitBlendshape[] = FEATURE_SOURCES[feature];
    features[feature] = sources.reduce((sum, name) => sum + weight(name), 0) / sources.length;
  }
  // ARKit's mouthClose holds the lips together against an open jaw, so the lips part by what is left.
  features.mouth_open = Math.max(0, weight('jawOpen') - weight('mouthClose'));
  return features;
}
