import arkitToCc3Explus from '../../../resources/mappings/arkit-to-cc3-explus.json' with { type: 'json' };
import arkitToCc4Extended from '../../../resources/mappings/arkit-to-cc4-extended.json' with { type: 'json' };
import arkitToCc4Standard from '../../../resources/mappings/arkit-to-cc4-standard.json' with { type: 'json' };
import arkitToCc5Hd from '../../../resources/mappings/arkit-to-cc5-hd.json' with { type: 'json' };
import arkitToMetahuman from '../../../resources/mappings/arkit-to-metahuman.json' with { type: 'json' };
import arkitToSeed from '../../../resources/mappings/arkit-to-seed.json' with { type: 'json' };
import cc4ExtendedToArkit from '../../../resources/mappings/cc4-extended-to-arkit.json' with { type: 'json' };
import cc4ExtendedToCc3Explus from '../../../resources/mappings/cc4-extended-to-cc3-explus.json' with {
  type: 'json',
};
import cc4ExtendedToCc4Standard from '../../../resources/mappings/cc4-extended-to-cc4-standard.json' with {
  type: 'json',
};
import cc4ExtendedToCc5Hd from '../../../resources/mappings/cc4-extended-to-cc5-hd.json' with {
  type: 'json',
};
import seedToCc4Extended from '../../../resources/mappings/seed-to-cc4-extended.json' with { type: 'json' };
import emotionAngry from '../../../resources/presets/emotions/angry.json' with { type: 'json' };
import emotionContempt from '../../../resources/presets/emotions/contempt.json' with { type: 'json' };
import emotionDisgust from '../../../resources/presets/emotions/disgust.json' with { type: 'json' };
import emotionFear from '../../../resources/presets/emotions/fear.json' with { type: 'json' };
import emotionHappy from '../../../resources/presets/emotions/happy.json' with { type: 'json' };
import emotionNeutral from '../../../resources/presets/emotions/neutral.json' with { type: 'json' };
import emotionSad from '../../../resources/presets/emotions/sad.json' with { type: 'json' };
import emotionSurprised from '../../../resources/presets/emotions/surprised.json' with { type: 'json' };
import microBrowFlash from '../../../resources/presets/micro-expressions/brow_flash.json' with {
  type: 'json',
};
import microBrowFurrow from '../../../resources/presets/micro-expressions/brow_furrow.json' with {
  type: 'json',
};
import microChinRaise from '../../../resources/presets/micro-expressions/chin_raise.json' with {
  type: 'json',
};
import microEyeFlash from '../../../resources/presets/micro-expressions/eye_flash.json' with { type: 'json' };
import microInnerBrowRaise from '../../../resources/presets/micro-expressions/inner_brow_raise.json' with {
  type: 'json',
};
import microJawShift from '../../../resources/presets/micro-expressions/jaw_shift.json' with { type: 'json' };
import microLipCornerPull from '../../../resources/presets/micro-expressions/lip_corner_pull.json' with {
  type: 'json',
};
import microLipPress from '../../../resources/presets/micro-expressions/lip_press.json' with { type: 'json' };
import microLipPurse from '../../../resources/presets/micro-expressions/lip_purse.json' with { type: 'json' };
import microLipRoll from '../../../resources/presets/micro-expressions/lip_roll.json' with { type: 'json' };
import microLipStretch from '../../../resources/presets/micro-expressions/lip_stretch.json' with {
  type: 'json',
};
import microNoseWrinkle from '../../../resources/presets/micro-expressions/nose_wrinkle.json' with {
  type: 'json',
};
import microNostrilFlare from '../../../resources/presets/micro-expressions/nostril_flare.json' with {
  type: 'json',
};
import microOneBrowRaise from '../../../resources/presets/micro-expressions/one_brow_raise.json' with {
  type: 'json',
};
import microSquint from '../../../resources/presets/micro-expressions/squint.json' with { type: 'json' };
import microSubtleSmile from '../../../resources/presets/micro-expressions/subtle_smile.json' with {
  type: 'json',
};
import smoothingEma from '../../../resources/presets/smoothing/ema.json' with { type: 'json' };
import smoothingNone from '../../../resources/presets/smoothing/none.json' with { type: 'json' };
import smoothingOneEuro from '../../../resources/presets/smoothing/one-euro.json' with { type: 'json' };
import { DEFAULT_CONSTRAINTS, DEFAULT_RIG, DEFAULT_VISEMES } from './defaults.ts';
import { type Preset, presetSchema } from './preset.ts';

const looks: readonly unknown[] = [
  emotionNeutral,
  emotionHappy,
  emotionSad,
  emotionAngry,
  emotionSurprised,
  emotionFear,
  emotionDisgust,
  emotionContempt,
  microBrowFlash,
  microBrowFurrow,
  microChinRaise,
  microEyeFlash,
  microInnerBrowRaise,
  microJawShift,
  microLipCornerPull,
  microLipPress,
  microLipPurse,
  microLipRoll,
  microLipStretch,
  microNoseWrinkle,
  microNostrilFlare,
  microOneBrowRaise,
  microSquint,
  microSubtleSmile,
  smoothingEma,
  smoothingNone,
  smoothingOneEuro,
];
const mappings: readonly unknown[] = [
  arkitToCc4Extended,
  arkitToCc4Standard,
  arkitToCc3Explus,
  arkitToCc5Hd,
  arkitToMetahuman,
  arkitToSeed,
  seedToCc4Extended,
  cc4ExtendedToCc4Standard,
  cc4ExtendedToCc3Explus,
  cc4ExtendedToCc5Hd,
  cc4ExtendedToArkit,
];

/** The presets that come with the product, in the order in which they are shown. */
export function allBuiltInPresets(): readonly Preset[] {
  // Read when they are first asked for: most processes never do.
  parsed ??= [
    ...looks.map((document) => presetSchema.parse(document)),
    DEFAULT_RIG,
    DEFAULT_CONSTRAINTS,
    DEFAULT_VISEMES,
    ...mappings.map((document) => presetSchema.parse(document)),
  ];
  return parsed;
}
let parsed: readonly Preset[] | undefined;

/** The built-in presets of one kind. */
export function builtInPresets<K extends Preset['kind']>(kind: K): readonly Extract<Preset, { kind: K }>[] {
  return allBuiltInPresets().filter((preset): preset is Extract<Preset, { kind: K }> => preset.kind === kind);
}
