import { approach } from '../layers/index.ts';
import type { FaceDriver, RigPreset } from '../presets/index.ts';
import { FACE_REGIONS } from '../regions/index.ts';

/** How much of an emotion is shown in each region: less where it would disturb a speaking mouth. */
export interface EmotionGains {
  /** In the order of `FACE_REGIONS`. */
  readonly values: Float32Array;
  /** @param sharesMoved whether any share is other than in the last step */
  step(shares: Readonly<Record<FaceDriver, Float32Array>>, sharesMoved: boolean, seconds: number): void;
  configure(settings: RigPreset): void;
  reset(): void;
}

export function createEmotionGains(settings: RigPreset): EmotionGains {
  const values = new Float32Array(FACE_REGIONS.length).fill(1);
  const whileSpeaking = new Float32Array(FACE_REGIONS.length);
  let fadeSeconds = 1;
  let isSettled = false;
  const configure = ({ emotionWhileSpeaking, fade }: RigPreset): void => {
    for (const [region, name] of FACE_REGIONS.entries()) whileSpeaking[region] = emotionWhileSpeaking[name];
    fadeSeconds = fade.layerSeconds;
    isSettled = false;
  };
  configure(settings);
  return {
    values,
    configure,
    step({ text, audio }, sharesMoved, seconds) {
      if (isSettled && !sharesMoved) return;
      isSettled = true;
      const most = seconds / fadeSeconds;
      for (let region = 0; region < values.length; region++) {
        const spoken = Math.min(1, (text[region] ?? 0) + (audio[region] ?? 0));
        const goal = 1 - spoken * (1 - (whileSpeaking[region] ?? 1));
        const value = approach(values[region] ?? 1, goal, most);
        values[region] = value;
        if (value !== goal) isSettled = false;
      }
    },
    reset() {
      values.fill(1);
      isSettled = false;
    },
  };
}
