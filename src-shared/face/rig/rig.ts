import { LATE_SECONDS, type TrackingInput, type VisemeCue } from '../layers/index.ts';
import { RIG_LAYERS, type RigPreset } from '../presets/index.ts';
import type { AvatarFrame } from './avatarFrame.ts';
import { createComposer } from './compose.ts';
import { levelOf } from './levels.ts';
import { createParts } from './parts.ts';
import type { FaceRig, FaceRigOptions, ManualControls, RigStats, SpeechControls } from './types.ts';

/**
 * Makes the face of one avatar. Layers are laid over each other in the order of `RIG_LAYERS`: idle, tracking and speech
 * share the regions of the face by the fusion table; emotion and micro-expressions are laid over them. Constraints and
 * follow-through come next, then targets held by hand, then limits of speed and level of detail.
 * @throws UnfitMappingError where the mapping does not lead from ARKit to the profile; `mappingFits` tells it before
 */
export function createFaceRig(options: FaceRigOptions = {}): FaceRig {
  const parts = createParts(options);
  const { current, targets, mapped, clock, frame, output, detail, frameRate, fusion, layerWeights } = parts;
  const { idle, speech, emotion, micro, manual } = parts;
  const composer = createComposer(parts);
  /** Given before there was a clock to speak it by. */
  let waitingLine: { cues: readonly VisemeCue[]; startSeconds: number | undefined } | undefined;
  const targetIndex = new Map(targets.map((name, index) => [name, index]));

  function evaluate(timeSeconds: number, seen: TrackingInput | undefined): AvatarFrame {
    const { started } = clock;
    const seconds = clock.step(timeSeconds);
    if (clock.started && waitingLine) {
      speak(waitingLine.cues, waitingLine.startSeconds);
      waitingLine = undefined;
    }
    if (started && seconds === 0) return frame;
    composer.compose(seconds, seen);
    return frame;
  }

  function speak(cues: readonly VisemeCue[], startSeconds: number | undefined): void {
    const now = clock.timeSeconds;
    const isGiven = startSeconds !== undefined && Number.isFinite(startSeconds);
    speech.speak(cues, isGiven ? startSeconds : now + LATE_SECONDS, now);
  }

  function configure(settings: RigPreset): void {
    parts.tracking.configure(settings);
    output.configure(settings.smoothing.maxSpeed);
    parts.emotionGains.configure(settings);
    frameRate.configure(settings.detail.targetFps, settings.detail.level);
  }

  function setSettings(settings: RigPreset): void {
    if (parts.secondary.configure(settings.followThrough)) output.reach(parts.translator.reached);
    current.settings = settings;
    for (const layer of RIG_LAYERS) layerWeights.set(layer, settings.layers[layer]);
    fusion.configure(settings.fusion);
    configure(settings);
  }

  function reset(seed = current.seed): void {
    current.seed = seed;
    waitingLine = undefined;
    const { tracking, secondary, emotionGains } = parts;
    const plain = [tracking, speech, emotion, manual, fusion, emotionGains, secondary, detail, frameRate];
    for (const part of [...plain, output, clock, mapped, composer]) part.reset();
    idle.reset(seed);
    micro.reset(seed + 1);
    layerWeights.reset(current.settings.layers);
    for (const values of [frame.weights, frame.head, frame.eyes]) values.fill(0);
    frame.jaw = 0;
  }

  const speechControls: SpeechControls = {
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
  };

  const manualControls: ManualControls = {
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
  };

  const stats: RigStats = {
    get cacheHitRate() {
      return mapped.lookups === 0 ? 0 : mapped.hits / mapped.lookups;
    },
    get activeTargets() {
      return output.active;
    },
    get detail() {
      return detail.level;
    },
  };

  configure(current.settings);

  return {
    targets,
    frame,
    evaluate,
    speech: speechControls,
    emotion,
    micro,
    manual: manualControls,
    idle,
    setLayerWeight: layerWeights.set,
    levelOf: (layer) => levelOf(parts, layer),
    shares: fusion.shares,
    setSettings,
    feedFrameTime: (frameSeconds) => void frameRate.feed(frameSeconds),
    stats,
    reset,
  };
}
