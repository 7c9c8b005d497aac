import { type Recipe, whole } from './recipe.ts';
import type { TongueMove } from './tongue.ts';

const tongue = (name: string, move: TongueMove, weight = 1): readonly Recipe[] =>
  whole(name, { tongue: move, weight });

/** The tongue's own targets. */
const TONGUE_RECIPES: readonly Recipe[] = [
  ...whole('Tongue_Out', { tongue: 'out', weight: 1 }, { morph: 'Jaw_Open', weight: 0.25 }),
  ...tongue('Tongue_In', 'in'),
  ...tongue('Tongue_Up', 'up'),
  ...tongue('Tongue_Down', 'down'),
  ...tongue('Tongue_L', 'left'),
  ...tongue('Tongue_R', 'right'),
  ...tongue('Tongue_Tip_L', 'tipLeft'),
  ...tongue('Tongue_Tip_R', 'tipRight'),
  ...tongue('Tongue_Tip_Up', 'tipUp'),
  ...tongue('Tongue_Tip_Down', 'tipDown'),
  ...tongue('Tongue_Twist_L', 'twistLeft'),
  ...tongue('Tongue_Twist_R', 'twistRight'),
  ...tongue('Tongue_Mid_Up', 'midUp'),
  ...tongue('Tongue_Wide', 'wide'),
  ...tongue('Tongue_Narrow', 'narrow'),
  ...tongue('Tongue_Roll', 'roll'),
  ...tongue('Tongue_Extend', 'extend'),
  ...tongue('Tongue_Enlarge', 'enlarge'),
  ...whole(
    'Tongue_Bulge_L',
    { tongue: 'left', weight: 0.8 },
    { push: [0.09, 0, 0.03], at: [0.45, 6.25, 1.15], radius: 0.14, masks: ['left'] },
  ),
  ...whole(
    'Tongue_Bulge_R',
    { tongue: 'right', weight: 0.8 },
    { push: [0.09, 0, 0.03], at: [0.45, 6.25, 1.15], radius: 0.14, masks: ['right'] },
  ),
  ...tongue('V_Tongue_up', 'tipUp', 0.8),
  ...tongue('V_Tongue_Raise', 'raise'),
  ...tongue('V_Tongue_Out', 'out', 0.4),
  ...tongue('V_Tongue_Narrow', 'narrow', 0.8),
  ...tongue('V_Tongue_Lower', 'lower'),
  ...tongue('V_Tongue_Curl_U', 'curlUp'),
  ...tongue('V_Tongue_Curl_D', 'curlDown'),
];

const bothSides = (name: string, weight: number) =>
  (['L', 'R'] as const).map((side) => ({ morph: name.replace('$', side), weight }));
const pucker = (weight: number) => [
  ...bothSides('Mouth_Pucker_Up_$', weight),
  ...bothSides('Mouth_Pucker_Down_$', weight),
];
const funnel = (weight: number) => [
  ...bothSides('Mouth_Funnel_Up_$', weight),
  ...bothSides('Mouth_Funnel_Down_$', weight),
];

/** The eight lip shapes of Reallusion's viseme pairs. */
const VISEME_RECIPES: readonly Recipe[] = [
  ...whole('V_Open', { morph: 'Jaw_Open', weight: 0.62 }),
  ...whole(
    'V_Explosive',
    ...bothSides('Mouth_Roll_In_Upper_$', 0.75),
    ...bothSides('Mouth_Roll_In_Lower_$', 0.75),
    ...bothSides('Mouth_Press_$', 0.2),
  ),
  ...whole(
    'V_Dental_Lip',
    ...bothSides('Mouth_Roll_In_Lower_$', 0.9),
    { unit: 'mouth-elevation', weight: 0.45, masks: ['upper'] },
    { push: [0, 0.05, -0.03], at: [0, 6.18, 1.42], radius: [0.2, 0.08, 0.15], masks: ['lower'] },
  ),
  ...whole('V_Tight_O', ...funnel(0.65), ...pucker(0.5)),
  ...whole('V_Tight', ...pucker(1)),
  ...whole('V_Wide', { unit: 'mouth-retraction', weight: 1 }, { unit: 'mouth-parling', weight: 0.6 }),
  ...whole('V_Affricate', { unit: 'mouth-part-later', weight: 0.5 }, { unit: 'mouth-pursing', weight: 0.45 }),
  ...whole('V_Lip_Open', { unit: 'mouth-part-later', weight: 0.5 }),
];

export const SPEECH_RECIPES: readonly Recipe[] = [...TONGUE_RECIPES, ...VISEME_RECIPES];
