export { allBuiltInPresets, builtInPresets } from './builtIn.ts';
export type { Constraint, ConstraintsPreset } from './constraints.ts';
export { DEFAULT_CONSTRAINTS, DEFAULT_RIG, DEFAULT_VISEMES } from './defaults.ts';
export { duplicatePreset, readPreset, samePreset } from './documents.ts';
export type { EmotionPreset } from './emotion.ts';
export { type MappingPreset, type MappingProfile, mappingPresetSchema } from './mapping.ts';
export type { MicroExpressionPreset } from './microExpression.ts';
export { MAX_PRESET_NAME_LENGTH, nameSchema } from './name.ts';
export { PRESET_KINDS, type Preset, type PresetKind, presetSchema } from './preset.ts';
export {
  DETAIL_LEVELS,
  type DetailLevel,
  FACE_DRIVERS,
  type FaceDriver,
  type FollowThrough,
  RIG_LAYERS,
  type RigLayer,
  type RigPreset,
} from './rigSettings.ts';
export type { FilterSettings } from './smoothing.ts';
export type { VisemesPreset } from './visemes.ts';
