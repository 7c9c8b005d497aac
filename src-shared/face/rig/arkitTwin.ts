import { type ConstraintsPreset, DEFAULT_RIG, type RigPreset } from '../presets/index.ts';
import type { AvatarFrame } from './avatarFrame.ts';
import { holdInArkit } from './heldInArkit.ts';
import { createFaceRig } from './rig.ts';
import type { FaceRig, FaceRigOptions } from './types.ts';

/** A rig whose face is told in ARKit's coefficients as well. */
export interface TwinRig extends FaceRig {
  /** The last frame with the weights of `ARKIT_BLENDSHAPES`; the same object each time. */
  readonly arkit: AvatarFrame;
}

/** What keeps an avatar's targets from an impossible face is left to whoever shows the coefficients. */
const NO_CONSTRAINTS: ConstraintsPreset = {
  format: 'mimesis-preset',
  version: 1,
  kind: 'constraints',
  name: 'None',
  description: 'A tracked face comes out as it came in.',
  rules: [],
};

/**
 * Makes an avatar's face, and beside it the same face in ARKit's coefficients: a second rig that gets the same inputs,
 * settings and seed, so that both blink at once. It has all coefficients, whatever targets the avatar has, in full
 * detail, and without the constraints and the follow-through of an avatar: of a tracked face alone the coefficients come
 * out as they went in, but for the smoothing. Of a coefficient that is several targets of the avatar, each that is held
 * by hand says its part. Allocates nothing per frame.
 * @throws as `createFaceRig`
 */
export function createTwinRig({ settings = DEFAULT_RIG, ...options }: FaceRigOptions = {}): TwinRig {
  const { mapping: _mapping, targets: _targets, ...same } = options;
  const shown = createFaceRig({ ...options, settings });
  const sent = createFaceRig({
    ...same,
    profile: 'arkit',
    constraints: NO_CONSTRAINTS,
    settings: inFull(settings),
  });
  const held = holdInArkit(options.profile ?? 'cc4_extended', sent.manual);
  return {
    ...shown,
    arkit: sent.frame,
    evaluate(timeSeconds, tracking) {
      sent.evaluate(timeSeconds, tracking);
      return shown.evaluate(timeSeconds, tracking);
    },
    speech: {
      visemes: shown.speech.visemes,
      speak(cues, startSeconds) {
        sent.speech.speak(cues, startSeconds);
        return shown.speech.speak(cues, startSeconds);
      },
      setVisemes(weights) {
        sent.speech.setVisemes(weights);
        shown.speech.setVisemes(weights);
      },
      impulse(viseme, weight, durationSeconds) {
        sent.speech.impulse(viseme, weight, durationSeconds);
        return shown.speech.impulse(viseme, weight, durationSeconds);
      },
      stop() {
        sent.speech.stop();
        shown.speech.stop();
      },
    },
    emotion: {
      names: shown.emotion.names,
      intensities: shown.emotion.intensities,
      set(name, intensity, transitionSeconds) {
        sent.emotion.set(name, intensity, transitionSeconds);
        return shown.emotion.set(name, intensity, transitionSeconds);
      },
      clear() {
        sent.emotion.clear();
        shown.emotion.clear();
      },
    },
    micro: {
      names: shown.micro.names,
      trigger(name, strength) {
        sent.micro.trigger(name, strength);
        return shown.micro.trigger(name, strength);
      },
    },
    manual: {
      set(target, value) {
        if (!shown.manual.set(target, value)) return false;
        held.set(target, value);
        return true;
      },
      release(target) {
        held.release(target);
        shown.manual.release(target);
      },
      releaseAll() {
        held.releaseAll();
        shown.manual.releaseAll();
      },
    },
    idle: {
      blink() {
        sent.idle.blink();
        shown.idle.blink();
      },
      lookAt(yaw, pitch) {
        sent.idle.lookAt(yaw, pitch);
        shown.idle.lookAt(yaw, pitch);
      },
    },
    setLayerWeight(layer, weight) {
      sent.setLayerWeight(layer, weight);
      shown.setLayerWeight(layer, weight);
    },
    setSettings(next) {
      sent.setSettings(inFull(next));
      shown.setSettings(next);
    },
    reset(seed) {
      held.releaseAll();
      sent.reset(seed);
      shown.reset(seed);
    },
  };
}

/** Settings without what is an avatar's own: how much of it is animated, and its soft parts. */
const inFull = (settings: RigPreset): RigPreset => ({
  ...settings,
  followThrough: [],
  detail: { ...settings.detail, level: 'full', automatic: false },
});
