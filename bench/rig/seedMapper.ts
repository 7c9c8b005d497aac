import { builtInPresets } from '../../src-shared/face/index.ts';

/** Weights by name, as the avatar engine's specification passes them from stage to stage. */
export type Weights = Record<string, number>;
type Mappings = Record<string, readonly (readonly [string, number])[]>;

/**
 * The avatar engine's mapper as its section 4.1 writes it, over all 52 coefficients (`...` there) with as many targets as
 * our own table has. Its table stands inside the function, so it is built anew for each frame.
 */
export function mapArkitToCc4(arkit: Weights): Weights {
  const mappings: Mappings = {
    eyeBlinkLeft: [
      ['Eye_Blink_L', 1],
      ['Eye_Squint_L', 0.1],
    ],
    eyeLookDownLeft: [['Eye_L_Look_Down', 1]],
    eyeLookInLeft: [['Eye_L_Look_R', 1]],
    eyeLookOutLeft: [['Eye_L_Look_L', 1]],
    eyeLookUpLeft: [['Eye_L_Look_Up', 1]],
    eyeSquintLeft: [['Eye_Squint_L', 1]],
    eyeWideLeft: [['Eye_Wide_L', 1]],
    eyeBlinkRight: [
      ['Eye_Blink_R', 1],
      ['Eye_Squint_R', 0.1],
    ],
    eyeLookDownRight: [['Eye_R_Look_Down', 1]],
    eyeLookInRight: [['Eye_R_Look_L', 1]],
    eyeLookOutRight: [['Eye_R_Look_R', 1]],
    eyeLookUpRight: [['Eye_R_Look_Up', 1]],
    eyeSquintRight: [['Eye_Squint_R', 1]],
    eyeWideRight: [['Eye_Wide_R', 1]],
    jawForward: [['Jaw_Forward', 1]],
    jawLeft: [['Jaw_L', 1]],
    jawRight: [['Jaw_R', 1]],
    jawOpen: [['Jaw_Open', 1]],
    mouthClose: [['Mouth_Close', 1]],
    mouthFunnel: [
      ['Mouth_Funnel_Up_R', 1],
      ['Mouth_Funnel_Down_R', 1],
      ['Mouth_Funnel_Up_L', 1],
      ['Mouth_Funnel_Down_L', 1],
    ],
    mouthPucker: [
      ['Mouth_Pucker_Up_R', 1],
      ['Mouth_Pucker_Down_R', 1],
      ['Mouth_Pucker_Up_L', 1],
      ['Mouth_Pucker_Down_L', 1],
    ],
    mouthLeft: [['Mouth_L', 1]],
    mouthRight: [['Mouth_R', 1]],
    mouthSmileLeft: [
      ['Mouth_Smile_L', 1],
      ['Cheek_Raise_L', 0.12],
    ],
    mouthSmileRight: [
      ['Mouth_Smile_R', 1],
      ['Cheek_Raise_R', 0.12],
    ],
    mouthFrownLeft: [
      ['Mouth_Frown_L', 1],
      ['Mouth_Chin_Up', 0.08],
    ],
    mouthFrownRight: [
      ['Mouth_Frown_R', 1],
      ['Mouth_Chin_Up', 0.08],
    ],
    mouthDimpleLeft: [['Mouth_Dimple_L', 1]],
    mouthDimpleRight: [['Mouth_Dimple_R', 1]],
    mouthStretchLeft: [['Mouth_Stretch_L', 1]],
    mouthStretchRight: [['Mouth_Stretch_R', 1]],
    mouthRollLower: [
      ['Mouth_Roll_In_Lower_L', 1],
      ['Mouth_Roll_In_Lower_R', 1],
    ],
    mouthRollUpper: [
      ['Mouth_Roll_In_Upper_L', 1],
      ['Mouth_Roll_In_Upper_R', 1],
    ],
    mouthShrugLower: [['Mouth_Shrug_Lower', 1]],
    mouthShrugUpper: [['Mouth_Shrug_Upper', 1]],
    mouthPressLeft: [
      ['Mouth_Press_L', 1],
      ['Mouth_Tighten_L', 0.2],
    ],
    mouthPressRight: [
      ['Mouth_Press_R', 1],
      ['Mouth_Tighten_R', 0.2],
    ],
    mouthLowerDownLeft: [['Mouth_Down_Lower_L', 1]],
    mouthLowerDownRight: [['Mouth_Down_Lower_R', 1]],
    mouthUpperUpLeft: [['Mouth_Up_Upper_L', 1]],
    mouthUpperUpRight: [['Mouth_Up_Upper_R', 1]],
    browDownLeft: [
      ['Brow_Drop_L', 1],
      ['Brow_Compress_L', 0.3],
    ],
    browDownRight: [
      ['Brow_Drop_R', 1],
      ['Brow_Compress_R', 0.3],
    ],
    browInnerUp: [
      ['Brow_Raise_Inner_L', 1],
      ['Brow_Raise_Inner_R', 1],
    ],
    browOuterUpLeft: [
      ['Brow_Raise_Outer_L', 1],
      ['Brow_Raise_Inner_L', 0.2],
    ],
    browOuterUpRight: [
      ['Brow_Raise_Outer_R', 1],
      ['Brow_Raise_Inner_R', 0.2],
    ],
    cheekPuff: [
      ['Cheek_Puff_L', 1],
      ['Cheek_Puff_R', 1],
    ],
    cheekSquintLeft: [['Cheek_Raise_L', 1]],
    cheekSquintRight: [['Cheek_Raise_R', 1]],
    noseSneerLeft: [
      ['Nose_Sneer_L', 1],
      ['Nose_Crease_L', 0.3],
    ],
    noseSneerRight: [
      ['Nose_Sneer_R', 1],
      ['Nose_Crease_R', 0.3],
    ],
    tongueOut: [
      ['Tongue_Out', 1],
      ['Tongue_Wide', 0.2],
    ],
  };
  return applyMappings(arkit, mappings);
}

/** The same table, kept: what the algorithm costs when nothing but that is mended. */
export const SEED_MAPPINGS: Mappings = Object.fromEntries(
  builtInPresets('mapping')
    .filter(({ from, to }) => from === 'arkit' && to === 'cc4_extended')
    .flatMap(({ controls }) => Object.entries(controls))
    .map(([shape, targets]) => [shape, Object.entries(targets)]),
);

/** The loop of section 4.1, and the constraints that end it: each weight within 0..1. */
export function applyMappings(arkit: Weights, mappings: Mappings): Weights {
  const morphs: Weights = {};
  for (const shape in mappings) {
    const value = arkit[shape];
    if (value === undefined) continue;
    for (const [target, weight] of mappings[shape] ?? []) {
      morphs[target] = (morphs[target] ?? 0) + value * weight;
    }
  }
  return applyConstraints(morphs);
}

function applyConstraints(morphs: Weights): Weights {
  const limited: Weights = {};
  for (const [name, value] of Object.entries(morphs)) limited[name] = Math.max(0, Math.min(1, value));
  return limited;
}
