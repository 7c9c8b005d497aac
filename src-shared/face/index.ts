export { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES, ARKIT_INDEX, type ArkitBlendshape } from './arkit.ts';
export { LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from './eyeAngles.ts';
export { FACE_FEATURES, faceFeatures } from './features.ts';
export { smoothstep, type TrackingInput, type VisemeCue } from './layers/index.ts';
export {
  compileMapping,
  createMetahumanMapper,
  mappingFits,
  metahumanMappingSchema,
} from './mapping/index.ts';
export {
  allBuiltInPresets,
  builtInPresets,
  DEFAULT_RIG,
  DETAIL_LEVELS,
  type DetailLevel,
  duplicatePreset,
  type EmotionPreset,
  type FaceDriver,
  type FilterSettings,
  MAX_PRESET_NAME_LENGTH,
  type MappingPreset,
  nameSchema,
  PRESET_KINDS,
  type Preset,
  type PresetKind,
  presetSchema,
  RIG_LAYERS,
  type RigLayer,
  type RigPreset,
  readPreset,
  samePreset,
} from './presets/index.ts';
export { FACE_PROFILES, type FaceProfile, PROFILE_TARGETS } from './profiles/index.ts';
export { createRandom } from './random/index.ts';
export {
  expectedTargets,
  type FaceRecognition,
  faceRecognitionSchema,
  foldName,
  type MorphMappings,
  ownName,
  recogniseFace,
  withMappings,
} from './recognition/index.ts';
export { FACE_REGIONS, type FaceRegion } from './regions/index.ts';
export {
  createFaceRig,
  createTwinRig,
  type FaceRig,
  type FaceRigOptions,
  type TwinRig,
} from './rig/index.ts';
