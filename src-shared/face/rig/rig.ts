import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../arkit.ts';
import { compileConstraints, createLipSeal } from '../constraints/index.ts';
import { createDetailFade, createFrameRateController, createMorphCache } from '../detail/index.ts';
import { createFusion } from '../fusion/index.ts';
import {
  addAllOwned,
  addRow,
  approach,
  createEmotionLayer,
  createIdleLayer,
  createManualLayer,
  createMicroLayer,
  createSpeechLayer,
  createTrackingLayer,
  groupByRegion,
  LATE_SECONDS,
  type Pose,
  type TrackingInput,
  type VisemeCue,
} from '../layers/index.ts';
import { compileMapping, createTranslator, mappingTo } from '../mapping/index.ts';
import {
  builtInPresets,
  DEFAULT_CONSTRAINTS,
  DEFAULT_RIG,
  DEFAULT_VISEMES,
  FACE_DRIVERS,
  type RigPreset,
} from '../presets/index.ts';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { FACE_REGIONS, REGION_INDEX, regionOf } from '../regions/index.ts';
import { createSecondaryMotion } from '../secondary/index.ts';
import { type AvatarFrame, createAvatarFrame } from './avatarFrame.ts';
import { createBones } from './bones.ts';
import { createRigClock } from './clock.ts';
import { createEmotionGains } from './emotionGains.ts';
import { lookAsDriven } from './eyes.ts';
import { createLayerWeights } from './layerWeights.ts';
import { createMeters } from './meters.ts';
import { createOutput } from './output.ts';
import { DRIVER, LAYER } from './places.ts';
import { reportNames } from './report.ts';
import type { FaceRig, FaceRigOptions } from './types.ts';

const DEFAULT_SEED = 1;

/**
 * Makes the face of one avatar. Layers are laid over each other in the order of `RIG_LAYERS`: idle, tracking and speech
 * share the regions of the face by the fusion table; emotion and micro-expressions are laid over them. Constraints and
 * follow-through come next, then targets held by hand, then limits of speed and level of detail.
 * @throws UnfitMappingError where the mapping does not lead from ARKit to the profile; `mappingFits` tells it before
 */
export function createFaceRig(options: FaceRigOptions = {}): FaceRig {
  const profile = options.profile ?? 'cc4_extended';
  const targets = options.targets ?? PROFILE_TARGETS[profile];
  const mapping = compileMapping(mappingTo(profile, options.mapping), ARKIT_BLENDSHAPES, targets);
  let settings: RigPreset = options.settings ?? DEFAULT_RIG;
  let seed = options.seed ?? DEFAULT_SEED;

  const pose: Pose = {
    weights: new Float32Array(targets.length),
    regions: Uint8Array.from(targets, (name) => REGION_INDEX[regionOf(name)]),
  };
  const translator = createTranslator(profile, targets);
  const driven = groupByRegion(pose, mapping.driven);

  const idle = createIdleLayer(translator, () => settings.idle, seed);
  const tracking = createTrackingLayer(settings);
  const mapped = createMorphCache(mapping, ARKIT_BLENDSHAPE_COUNT, tracking.channels.length, targets.length);
  const speech = createSpeechLayer(options.visemes ?? DEFAULT_VISEMES, translator, () => settings.fade);
  const micro = createMicroLayer(
    options.microExpressions ?? builtInPresets('micro_expression'),
    translator,
    () => settings.microExpressions,
    seed + 1,
  );
  const emotion = createEmotionLayer(
    options.emotions ?? builtInPresets('emotion'),
    translator,
    micro.triggerFor,
  );
  const manual = createManualLayer(targets.length);
  const constrain = compileConstraints(options.constraints ?? DEFAULT_CONSTRAINTS, translator);
  const sealLips = createLipSeal(translator, speech.closing);
  let secondary = createSecondaryMotion(settings.followThrough, translator);
  const bones = createBones(translator);
  const detail = createDetailFade(createTranslator(profile, targets), targets.length);
  const frameRate = createFrameRateController(settings.detail.targetFps);
  const output = createOutput(pose, new Set([...translator.reached, ...mapping.driven]));

  const clock = createRigClock();
  const layerWeights = createLayerWeights(settings.layers);
  const fusion = createFusion(settings.fusion);
  const { shares } = fusion;
  const presence = new Float64Array(FACE_DRIVERS.length);
  const emotionGains = createEmotionGains(settings);
  const wholeGains = new Float32Array(FACE_REGIONS.length).fill(1);
  const meters = createMeters(layerWeights.values);
  const frame = createAvatarFrame(targets.length);
  const stats = { frames: 0, repeats: 0 };
  /** Given before there was a clock to speak it by. */
  let waitingLine: { cues: readonly VisemeCue[]; startSeconds: number | undefined } | undefined;
  const targetIndex = new Map(targets.map((name, index) => [name, index]));

  function evaluate(timeSeconds: number, seen: TrackingInput | undefined): AvatarFrame {
    const started = clock.started;
    const seconds = clock.step(timeSeconds);
    if (clock.started && waitingLine) {
      speak(waitingLine.cues, waitingLine.startSeconds);
      waitingLine = undefined;
    }
    if (started && seconds === 0) {
      stats.repeats += 1;
      return frame;
    }
    stats.frames += 1;
    step(seconds, seen);
    layUp(seconds);
    finish(seconds);
    return frame;
  }

  function speak(cues: readonly VisemeCue[], startSeconds: number | undefined): void {
    const now = clock.timeSeconds;
    const isGiven = startSeconds !== undefined && Number.isFinite(startSeconds);
    speech.speak(cues, isGiven ? startSeconds : now + LATE_SECONDS, now);
  }

  function step(seconds: number, seen: TrackingInput | undefined): void {
    const weights = layerWeights.values;
    layerWeights.step(seconds, settings.fade.layerSeconds);
    idle.step(seconds);
    tracking.step(seen, seconds);
    speech.step(clock.timeSeconds, seconds);
    emotion.step(seconds);
    micro.step(seconds);
    manual.step(seconds, settings.fade.manualSeconds);
    presence[DRIVER.idle] = weights[LAYER.idle] ?? 0;
    presence[DRIVER.tracking] = weights[LAYER.tracking] ?? 0;
    presence[DRIVER.audio] = speech.audioPresence * (weights[LAYER.speech] ?? 0);
    presence[DRIVER.text] = speech.textPresence * (weights[LAYER.speech] ?? 0);
    fusion.share(presence, tracking.presences, seconds);
    emotionGains.step(shares, seconds);
  }

  /** Lays the layers on each other, from rest up. */
  function layUp(seconds: number): void {
    const weights = layerWeights.values;
    pose.weights.fill(0);
    if (tracking.presence > 0) {
      mapped.map(tracking.channels);
      addAllOwned(pose, driven, mapped.weights, shares.tracking);
    }
    if (speech.textPresence > 0) addRow(pose, speech.targets, speech.text, shares.text);
    if (speech.audioPresence > 0) addRow(pose, speech.targets, speech.audio, shares.audio);
    idle.addTo(pose, shares.idle);
    look();
    emotion.layOn(pose, weights[LAYER.emotion] ?? 0, emotionGains.values);
    micro.layOn(pose, weights[LAYER.micro] ?? 0, wholeGains);
    const mouth = REGION_INDEX.mouth;
    sealLips(
      pose,
      speech.textSeal * (shares.text[mouth] ?? 0) + speech.audioSeal * (shares.audio[mouth] ?? 0),
    );
    constrain(pose);
    turnHead(seconds);
    secondary.step(pose, frame.head, seconds);
    manual.layOn(pose, weights[LAYER.manual] ?? 0);
    bones.addLooks(pose.weights, 1, frame.eyes);
  }

  /** The eyes as they are driven; what layers above add to their targets is added to them too. */
  function look(): void {
    const gaze = REGION_INDEX.gaze;
    lookAsDriven(idle, shares.idle[gaze] ?? 0, tracking, shares.tracking[gaze] ?? 0, frame.eyes);
    bones.addLooks(pose.weights, -1, frame.eyes);
  }

  function finish(seconds: number): void {
    detail.level = settings.detail.automatic ? frameRate.level : settings.detail.level;
    detail.step(seconds, settings.fade.detailSeconds);
    output.write(pose, frame.weights, seconds, detail);
    frame.timeSeconds = clock.timeSeconds;
    frame.jaw = bones.jaw(frame.weights);
    const alive = layerWeights.values[LAYER.idle] ?? 0;
    frame.breath = idle.breath * alive;
    for (let axis = 0; axis < 3; axis++) frame.sway[axis] = (idle.sway[axis] ?? 0) * alive;
    meters.measure(presence, tracking.presence, shares.idle, emotion.intensities, micro.level, manual.level);
  }

  function turnHead(seconds: number): void {
    const tracked = shares.tracking[REGION_INDEX.head] ?? 0;
    const free = shares.idle[REGION_INDEX.head] ?? 0;
    const most = stats.frames > 1 ? settings.smoothing.maxSpeed.head * seconds : Math.PI;
    for (let axis = 0; axis < 3; axis++) {
      // Live Link Face turns yaw to the right and roll to the left; pitch goes down in both.
      const seen = (tracking.channels[tracking.head + axis] ?? 0) * (axis === 1 ? 1 : -1);
      const goal = seen * tracked + (idle.head[axis] ?? 0) * free;
      frame.head[axis] = approach(frame.head[axis] ?? 0, goal, most);
    }
  }

  function configure(): void {
    tracking.configure(settings);
    output.configure(settings.smoothing.maxSpeed);
    emotionGains.configure(settings);
    frameRate.configure(settings.detail.targetFps, settings.detail.level);
  }

  function reset(to: number): void {
    seed = to;
    waitingLine = undefined;
    for (const layer of [
      tracking,
      speech,
      emotion,
      manual,
      secondary,
      detail,
      frameRate,
      output,
      clock,
      mapped,
    ])
      layer.reset();
    idle.reset(seed);
    micro.reset(seed + 1);
    layerWeights.reset(settings.layers);
    fusion.reset();
    emotionGains.reset();
    frame.weights.fill(0);
    frame.head.fill(0);
    frame.eyes.fill(0);
    frame.jaw = 0;
    stats.frames = 0;
    stats.repeats = 0;
  }

  configure();

  return {
    targets,
    report: reportNames(profile, translator, mapping),
    frame,
    evaluate,
    speech: {
      visemes: speech.visemes,
      speak(cues, startSeconds) {
        if (clock.started) speak(cues, startSeconds);
        else waitingLine = { cues, startSeconds };
        return speech.unusable(cues);
      },
      setVisemes: speech.setVisemes,
      impulse: speech.impulse,
      stop() {
        waitingLine = undefined;
        speech.stop(clock.timeSeconds);
      },
    },
    emotion,
    micro,
    manual: {
      set(target, value) {
        const at = targetIndex.get(target);
        if (at === undefined || Number.isNaN(value)) return false;
        output.reach([at]);
        manual.set(at, value);
        return true;
      },
      release(target) {
        const at = targetIndex.get(target);
        if (at !== undefined) manual.release(at);
      },
      releaseAll: manual.releaseAll,
    },
    idle,
    setLayerWeight: layerWeights.set,
    layerWeights: layerWeights.values,
    levels: meters.levels,
    shares,
    ownerOf: fusion.ownerOf,
    setSettings(next) {
      if (JSON.stringify(next.followThrough) !== JSON.stringify(settings.followThrough)) {
        secondary = createSecondaryMotion(next.followThrough, translator);
        output.reach(translator.reached);
      }
      settings = next;
      for (const layer of ['idle', 'tracking', 'speech', 'emotion', 'micro', 'manual'] as const) {
        layerWeights.set(layer, next.layers[layer]);
      }
      fusion.configure(next.fusion);
      configure();
    },
    feedFrameTime: (frameSeconds) => void frameRate.feed(frameSeconds),
    stats: {
      get frames() {
        return stats.frames;
      },
      get repeats() {
        return stats.repeats;
      },
      get cacheLookups() {
        return mapped.lookups;
      },
      get cacheHitRate() {
        return mapped.lookups === 0 ? 0 : mapped.hits / mapped.lookups;
      },
      get activeTargets() {
        return output.active;
      },
      get detail() {
        return detail.level;
      },
      get framesPerSecond() {
        return frameRate.framesPerSecond;
      },
    },
    reset: (to = seed) => reset(to),
  };
}
