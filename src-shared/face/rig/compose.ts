import { addRow, approach, layFirst, type TrackingInput } from '../layers/index.ts';
import { FACE_DRIVERS } from '../presets/index.ts';
import { FACE_REGIONS, REGION_INDEX } from '../regions/index.ts';
import { lookAsDriven } from './eyes.ts';
import type { RigParts } from './parts.ts';
import { DRIVER, LAYER } from './places.ts';

/** Makes one frame after another: all layers a step further, and laid on each other. */
export interface Composer {
  /** @param seconds since the last frame */
  compose(seconds: number, seen: TrackingInput | undefined): void;
  /** The next frame is the first again. */
  reset(): void;
}

export function createComposer(parts: RigParts): Composer {
  const { current, pose, idle, tracking, mapped, driven, speech, emotion, micro, manual } = parts;
  const { fusion, emotionGains, sealLips, constrain, secondary, bones } = parts;
  const { detail, frameRate, output, clock, frame } = parts;
  const { shares } = fusion;
  const layerWeights = parts.layerWeights.values;
  const presence = new Float64Array(FACE_DRIVERS.length);
  const wholeGains = new Float32Array(FACE_REGIONS.length).fill(1);
  let isFirst = true;

  function compose(seconds: number, seen: TrackingInput | undefined): void {
    step(seconds, seen);
    layUp(seconds);
    finish(seconds);
    isFirst = false;
  }

  function step(seconds: number, seen: TrackingInput | undefined): void {
    const { fade } = current.settings;
    parts.layerWeights.step(seconds, fade.layerSeconds);
    idle.step(seconds);
    tracking.step(seen, seconds);
    speech.step(clock.timeSeconds, seconds);
    emotion.step(seconds);
    micro.step(seconds);
    manual.step(seconds, fade.manualSeconds);
    presence[DRIVER.idle] = layerWeights[LAYER.idle] ?? 0;
    presence[DRIVER.tracking] = layerWeights[LAYER.tracking] ?? 0;
    presence[DRIVER.audio] = speech.audioPresence * (layerWeights[LAYER.speech] ?? 0);
    presence[DRIVER.text] = speech.textPresence * (layerWeights[LAYER.speech] ?? 0);
    const sharesMoved = fusion.share(presence, tracking.presences, seconds);
    emotionGains.step(shares, sharesMoved, seconds);
  }

  /** Lays the layers on each other, from rest up. */
  function layUp(seconds: number): void {
    if (tracking.presence > 0) {
      mapped.map(tracking.channels);
      layFirst(pose, driven, mapped.weights, shares.tracking);
    } else pose.weights.fill(0);
    if (speech.textPresence > 0) addRow(pose, speech.targets, speech.text, shares.text);
    if (speech.audioPresence > 0) addRow(pose, speech.targets, speech.audio, shares.audio);
    idle.addTo(pose, shares.idle);
    look();
    emotion.layOn(pose, layerWeights[LAYER.emotion] ?? 0, emotionGains.values);
    micro.layOn(pose, layerWeights[LAYER.micro] ?? 0, wholeGains);
    const mouth = REGION_INDEX.mouth;
    sealLips(
      pose,
      speech.textSeal * (shares.text[mouth] ?? 0) + speech.audioSeal * (shares.audio[mouth] ?? 0),
    );
    constrain(pose);
    turnHead(seconds);
    secondary.step(pose, frame.head, seconds);
    manual.layOn(pose, layerWeights[LAYER.manual] ?? 0);
    bones.addLooks(pose.weights, 1, frame.eyes);
  }

  /** The eyes as they are driven; what layers above add to their targets is added to them too. */
  function look(): void {
    const gaze = REGION_INDEX.gaze;
    lookAsDriven(idle, shares.idle[gaze] ?? 0, tracking, shares.tracking[gaze] ?? 0, frame.eyes);
    bones.addLooks(pose.weights, -1, frame.eyes);
  }

  function turnHead(seconds: number): void {
    const tracked = shares.tracking[REGION_INDEX.head] ?? 0;
    const free = shares.idle[REGION_INDEX.head] ?? 0;
    const most = isFirst ? Math.PI : current.settings.smoothing.maxSpeed.head * seconds;
    for (let axis = 0; axis < 3; axis++) {
      // Live Link Face turns yaw to the right and roll to the left; pitch goes down in both.
      const seen = (tracking.channels[tracking.head + axis] ?? 0) * (axis === 1 ? 1 : -1);
      const goal = seen * tracked + (idle.head[axis] ?? 0) * free;
      frame.head[axis] = approach(frame.head[axis] ?? 0, goal, most);
    }
  }

  function finish(seconds: number): void {
    const { settings } = current;
    detail.level = settings.detail.automatic ? frameRate.level : settings.detail.level;
    detail.step(seconds, settings.fade.detailSeconds);
    output.write(pose, frame.weights, seconds, detail);
    frame.timeSeconds = clock.timeSeconds;
    frame.jaw = bones.jaw(frame.weights);
    const alive = layerWeights[LAYER.idle] ?? 0;
    frame.breath = idle.breath * alive;
    for (let axis = 0; axis < 3; axis++) frame.sway[axis] = (idle.sway[axis] ?? 0) * alive;
  }

  return {
    compose,
    reset() {
      isFirst = true;
    },
  };
}
