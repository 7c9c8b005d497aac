import { pair, type Recipe, type Term, whole } from './recipe.ts';

/** Furrows across the forehead as the brow under them rises. */
const FOREHEAD: readonly Term[] = [
  { push: [0, 0, 0.018], at: [0.18, 7.32, 1.33], radius: [0.24, 0.15, 0.5], wave: 0.12 },
];
/** Lines that fan out from the eye's outer corner. */
const CROWS_FEET: readonly Term[] = [
  { push: [0.007, 0, 0.01], at: [0.52, 6.83, 1.14], radius: [0.07, 0.1, 0.2], wave: 0.07 },
];

/** Lids, gaze of the lids, brows, cheeks, ears and nose. Positions and lengths in decimetres. */
export const EYE_RECIPES: readonly Recipe[] = [
  ...pair('Eye_Blink_$', { unit: 'eye-@-closure', weight: 1 }),
  ...pair(
    'Eye_Wide_$',
    { unit: 'eye-@-opened-up', weight: 1.05 },
    { push: [0, -0.012, 0], at: [0.29, 6.8, 1.27], radius: [0.12, 0.04, 0.2] },
  ),
  ...pair(
    'Eye_Squint_$',
    { unit: 'eye-@-slit', weight: 0.55 },
    { push: [0, 0.02, 0.006], at: [0.29, 6.79, 1.27], radius: [0.15, 0.05, 0.2] },
    { push: [0, 0.03, 0.014], at: [0.3, 6.69, 1.27], radius: [0.2, 0.08, 0.3] },
    ...CROWS_FEET,
  ),
  ...pair(
    'Eye_$_Look_Up',
    { unit: 'eye-@-opened-up', weight: 1.15 },
    { push: [0, 0.014, 0], at: [0.29, 6.8, 1.27], radius: [0.12, 0.04, 0.2] },
  ),
  ...pair(
    'Eye_$_Look_Down',
    { unit: 'eye-@-closure', weight: 0.5 },
    { push: [0, -0.026, 0], at: [0.29, 6.79, 1.27], radius: [0.12, 0.045, 0.2] },
  ),
  ...pair('Eye_$_Look_L', { push: [0.006, 0, 0.002], at: [0.29, 6.85, 1.28], radius: 0.1 }),
  ...pair('Eye_$_Look_R', { push: [-0.006, 0, 0.002], at: [0.29, 6.85, 1.28], radius: 0.1 }),
  ...pair(
    'Brow_Raise_Inner_$',
    { unit: 'eyebrows-@-inner-up', weight: 1 },
    { push: [-0.008, 0.125, 0.012], at: [0.13, 7.14, 1.38], radius: [0.19, 0.17, 0.4] },
    ...FOREHEAD,
  ),
  ...pair(
    'Brow_Raise_Outer_$',
    { unit: 'eyebrows-@-extern-up', weight: 0.5 },
    { push: [0.008, 0.11, -0.012], at: [0.4, 7.16, 1.26], radius: [0.2, 0.16, 0.4] },
    { push: [0, 0, 0.008], at: [0.42, 7.34, 1.22], radius: [0.18, 0.14, 0.5], wave: 0.12 },
  ),
  ...pair(
    'Brow_Drop_$',
    { unit: 'eyebrows-@-down', weight: 0.95 },
    { push: [-0.01, -0.05, 0.006], at: [0.32, 7.12, 1.3], radius: [0.24, 0.16, 0.4] },
    { push: [-0.025, -0.035, 0.01], at: [0.2, 7.05, 1.36], radius: [0.18, 0.14, 0.3] },
  ),
  ...pair(
    'Brow_Compress_$',
    { unit: 'eyebrows-@-down', weight: 0.2 },
    { push: [-0.07, -0.012, 0.016], at: [0.15, 7.04, 1.38], radius: [0.15, 0.15, 0.3] },
    { push: [0, 0, -0.014], at: [0.035, 7.03, 1.4], radius: [0.022, 0.1, 0.2] },
  ),
  ...pair(
    'Cheek_Raise_$',
    { unit: 'eye-@-slit', weight: 0.3 },
    { push: [0.01, 0.075, 0.045], at: [0.36, 6.62, 1.24], radius: [0.2, 0.14, 0.3] },
    { push: [0, 0.02, 0.004], at: [0.29, 6.79, 1.27], radius: [0.15, 0.05, 0.2] },
    ...CROWS_FEET,
  ),
  ...pair(
    'Cheek_Puff_$',
    { slider: 'cheek/%-cheek-volume-inflate', weight: 0.5 },
    { push: [0.11, 0.02, 0.07], at: [0.4, 6.36, 1.2], radius: [0.22, 0.22, 0.4] },
  ),
  ...pair(
    'Cheek_Suck_$',
    { slider: 'cheek/%-cheek-volume-deflate', weight: 0.5 },
    { push: [-0.07, 0, -0.04], at: [0.42, 6.36, 1.2], radius: [0.17, 0.18, 0.4] },
  ),
  ...pair('Ear_Up_$', { slider: 'ears/%-ear-trans-vert-up', weight: 0.35 }),
  ...pair('Ear_Down_$', { slider: 'ears/%-ear-trans-vert-down', weight: 0.35 }),
  ...pair('Ear_Out_$', { slider: 'ears/%-ear-wing-out', weight: 0.5 }),
  ...pair('Eyelid_Inner_Down_$', {
    push: [0, -0.035, 0],
    at: [0.2, 6.88, 1.27],
    radius: [0.08, 0.045, 0.2],
    masks: ['side'],
  }),
  ...pair('Eyelid_Outer_Down_$', {
    push: [0, -0.035, 0],
    at: [0.37, 6.885, 1.26],
    radius: [0.08, 0.045, 0.2],
    masks: ['side'],
  }),
  ...pair('Eyelash_Upper_Up_$', { shift: [0, 0.018, -0.004], masks: ['side', 'upperLashes'] }),
  ...pair('Eyelash_Upper_Down_$', { shift: [0, -0.02, 0], masks: ['side', 'upperLashes'] }),
  ...pair('Eyelash_Lower_Up_$', { shift: [0, 0.012, 0], masks: ['side', 'lowerLashes'] }),
  ...pair('Eyelash_Lower_Down_$', { shift: [0, -0.012, 0], masks: ['side', 'lowerLashes'] }),
  ...pair(
    'Nose_Sneer_$',
    { unit: 'nose-@-elevation', weight: 1.25 },
    { unit: 'mouth-elevation', weight: 0.5, masks: ['side', 'upper'] },
    { push: [0.005, 0.055, 0.02], at: [0.2, 6.58, 1.34], radius: [0.12, 0.14, 0.2] },
    { push: [0, 0.01, 0.01], at: [0.1, 6.78, 1.38], radius: [0.08, 0.09, 0.2], wave: 0.09 },
    { push: [-0.01, -0.02, 0], at: [0.16, 7.02, 1.36], radius: [0.13, 0.1, 0.3] },
  ),
  ...pair('Nose_Nostril_Raise_$', { unit: 'nose-@-elevation', weight: 1.3 }),
  ...pair(
    'Nose_Nostril_Dilate_$',
    { unit: 'nose-@-dilatation', weight: 2 },
    { push: [0.035, 0.005, 0], at: [0.18, 6.46, 1.38], radius: 0.08 },
  ),
  ...pair(
    'Nose_Nostril_In_$',
    { unit: 'nose-@-dilatation', weight: -1.2 },
    { push: [-0.035, 0, 0], at: [0.18, 6.46, 1.38], radius: 0.08 },
  ),
  ...pair(
    'Nose_Nostril_Down_$',
    { unit: 'nose-depression', weight: 1, masks: ['side'] },
    { push: [0, -0.03, 0], at: [0.16, 6.45, 1.4], radius: 0.09 },
  ),
  ...pair(
    'Nose_Crease_$',
    { unit: 'nose-compression', weight: 2, masks: ['side'] },
    { push: [-0.01, 0.05, 0.02], at: [0.13, 6.7, 1.36], radius: 0.12, masks: ['side'] },
    { push: [0, 0, 0.012], at: [0.08, 6.8, 1.39], radius: [0.09, 0.1, 0.2], wave: 0.08 },
  ),
  ...whole('Nose_Tip_Up', { push: [0, 0.06, 0], at: [0, 6.52, 1.5], radius: 0.16 }),
  ...whole('Nose_Tip_Down', { push: [0, -0.06, 0], at: [0, 6.52, 1.5], radius: 0.16 }),
  ...whole('Nose_Tip_L', { push: [0.05, 0, 0], at: [0, 6.52, 1.5], radius: 0.16 }),
  ...whole('Nose_Tip_R', { push: [-0.05, 0, 0], at: [0, 6.52, 1.5], radius: 0.16 }),
];
