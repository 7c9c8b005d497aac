import type { FaceProfile } from '../profiles/index.ts';
import { PROFILE_TARGETS } from '../profiles/index.ts';

/** What the ARKit shapes reach in both CC4 profiles, left and right; ARKit's own lips differ between them. */
const CC4_FACE = [
  ...bothSides(
    'Brow_Raise_Inner',
    'Brow_Raise_Outer',
    'Brow_Drop',
    'Eye_Blink',
    'Eye_Squint',
    'Eye_Wide',
    'Cheek_Puff',
    'Cheek_Raise',
    'Nose_Sneer',
    'Jaw',
    'Mouth',
    'Mouth_Smile',
    'Mouth_Frown',
    'Mouth_Dimple',
    'Mouth_Up_Upper',
    'Mouth_Down_Lower',
    'Mouth_Press',
    'Mouth_Stretch',
  ),
  ...['Eye_L_Look', 'Eye_R_Look'].flatMap((eye) => [...bothSides(eye), `${eye}_Up`, `${eye}_Down`]),
  'Jaw_Open',
  'Jaw_Forward',
  'Mouth_Shrug_Upper',
  'Mouth_Shrug_Lower',
  'Mouth_Close',
  'Tongue_Out',
];

const CC5_QUARTERS = ['UL', 'UR', 'DL', 'DR'];

/** The targets through which the 52 ARKit shapes move a face of the CC5 HD profile. */
const CC5_FACE = [
  ...bothSides(
    'Brow_Raise_In',
    'Brow_Raise_Outer',
    'Brow_Down',
    'Eye_Blink',
    'Eye_Squint_Inner',
    'Eye_Widen',
    'Eye_Cheek_Raise',
    'Eye_Look_Up',
    'Eye_Look_Down',
    'Eye_Look_Left',
    'Eye_Look_Right',
    'Nose_Wrinkle_Upper',
    'Mouth_Cheek_Blow',
    'Mouth_UpperLip_Bite',
    'Mouth_LowerLip_Bite',
    'Mouth_Corner_Pull',
    'Mouth_Corner_Depress',
    'Mouth_Dimple',
    'Mouth_UpperLip_Raise',
    'Mouth_LowerLip_Depress',
    'Mouth_Lips_Press',
    'Mouth_Stretch',
  ),
  ...['Mouth_Funnel', 'Mouth_Lips_Purse', 'Mouth_Mouth_Press', 'Mouth_Lips_Together'].flatMap((lips) =>
    CC5_QUARTERS.map((quarter) => `${lips}_${quarter}`),
  ),
  'Jaw_Open',
  'Jaw_Fwd',
  'Jaw_Left',
  'Jaw_Right',
  'Mouth_Left',
  'Mouth_Right',
  'Tongue_Out',
];

/**
 * Per profile the targets without which a face cannot do what is asked of it: those that the 52 ARKit shapes reach
 * (Reallusion's own pairing of both), and the profile's visemes.
 */
export const EXPECTED_TARGETS: Readonly<Record<FaceProfile, readonly string[]>> = {
  cc4_extended: [
    ...CC4_FACE,
    ...['Mouth_Funnel_Up', 'Mouth_Funnel_Down', 'Mouth_Pucker_Up', 'Mouth_Pucker_Down'].flatMap((lips) =>
      bothSides(lips),
    ),
    ...bothSides('Mouth_Roll_In_Upper', 'Mouth_Roll_In_Lower'),
    ...visemesOf('cc4_extended'),
  ],
  cc4_standard: [
    ...CC4_FACE,
    'Mouth_Funnel',
    'Mouth_Pucker',
    'Mouth_Roll_In_Upper',
    'Mouth_Roll_In_Lower',
    ...visemesOf('cc4_standard'),
  ],
  cc3_explus: [
    ...PROFILE_TARGETS.cc3_explus.filter((name) => /^A\d\d_/.test(name)),
    ...visemesOf('cc3_explus'),
  ],
  cc5_hd: CC5_FACE,
  arkit: PROFILE_TARGETS.arkit,
};

function bothSides(...names: readonly string[]): string[] {
  return names.flatMap((name) => [`${name}_L`, `${name}_R`]);
}

function visemesOf(profile: FaceProfile): string[] {
  return PROFILE_TARGETS[profile].filter((name) => name.startsWith('V_'));
}
