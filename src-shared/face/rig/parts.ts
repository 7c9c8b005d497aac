import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../arkit.ts';
import { compileConstraints, createLipSeal } from '../constraints/index.ts';
import { createDetailFade, createFrameRateController, createMorphCache } from '../detail/index.ts';
import { createFusion } from '../fusion/index.ts';
import {
  createEmotionLayer,
  createIdleLayer,
  createManualLayer,
  createMicroLayer,
  createSpeechLayer,
  createTrackingLayer,
  groupByRegion,
  type Pose,
} from '../layers/index.ts';
import { compileMapping, createTranslator, mappingTo } from '../mapping/index.ts';
import {
  builtInPresets,
  DEFAULT_CONSTRAINTS,
  DEFAULT_RIG,
  DEFAULT_VISEMES,
  type RigPreset,
} from '../presets/index.ts';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { REGION_INDEX, regionOf } from '../regions/index.ts';
import { createSecondaryMotion } from '../secondary/index.ts';
import { createAvatarFrame } from './avatarFrame.ts';
import { createBones } from './bones.ts';
import { createRigClock } from './clock.ts';
import { createEmotionGains } from './emotionGains.ts';
import { createLayerWeights } from './layerWeights.ts';
import { createOutput } from './output.ts';
import type { FaceRigOptions } from './types.ts';

const DEFAULT_SEED = 1;
const LIPS = new Set([REGION_INDEX.jaw, REGION_INDEX.mouth]);

export type RigParts = ReturnType<typeof createParts>;

/** Makes what a rig is put together from, for one avatar's targets. */
export function createParts(options: FaceRigOptions) {
  const profile = options.profile ?? 'cc4_extended';
  const targets = options.targets ?? PROFILE_TARGETS[profile];
  const settings: RigPreset = options.settings ?? DEFAULT_RIG;
  const seed = options.seed ?? DEFAULT_SEED;
  const current = { settings, seed };

  const mapping = compileMapping(mappingTo(profile, options.mapping), ARKIT_BLENDSHAPES, targets);
  const translator = createTranslator(profile, targets);
  const pose: Pose = {
    weights: new Float32Array(targets.length),
    regions: Uint8Array.from(targets, (name) => REGION_INDEX[regionOf(name)]),
  };
  const tracking = createTrackingLayer(settings);
  const speech = createSpeechLayer(
    options.visemes ?? DEFAULT_VISEMES,
    translator,
    () => current.settings.fade,
  );
  const micro = createMicroLayer(
    options.microExpressions ?? builtInPresets('micro_expression'),
    translator,
    () => current.settings.microExpressions,
    seed + 1,
  );
  const lips = [...mapping.driven, ...speech.targets].filter((at) => LIPS.has(pose.regions[at] ?? -1));
  const emotions = options.emotions ?? builtInPresets('emotion');
  return {
    current,
    targets,
    translator,
    pose,
    idle: createIdleLayer(translator, () => current.settings.idle, seed),
    tracking,
    /** The tracked face in the avatar's targets. */
    mapped: createMorphCache(mapping, ARKIT_BLENDSHAPE_COUNT, tracking.channels.length, targets.length),
    driven: groupByRegion(pose, mapping.driven),
    speech,
    emotion: createEmotionLayer(emotions, translator, micro.triggerFor),
    micro,
    manual: createManualLayer(targets.length),
    fusion: createFusion(settings.fusion),
    layerWeights: createLayerWeights(settings.layers),
    emotionGains: createEmotionGains(settings),
    sealLips: createLipSeal(translator, speech.closing),
    constrain: compileConstraints(options.constraints ?? DEFAULT_CONSTRAINTS, translator),
    secondary: createSecondaryMotion(settings.followThrough, translator),
    bones: createBones(translator),
    detail: createDetailFade(createTranslator(profile, targets), targets.length, lips),
    frameRate: createFrameRateController(settings.detail.targetFps),
    output: createOutput(pose, new Set([...translator.reached, ...mapping.driven])),
    clock: createRigClock(),
    frame: createAvatarFrame(targets.length),
  };
}
