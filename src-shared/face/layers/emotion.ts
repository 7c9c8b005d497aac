import type { Translator } from '../mapping/index.ts';
import type { EmotionPreset } from '../presets/index.ts';
import { unit } from '../unit.ts';
import { dampedPlace, dampedSpeed } from './ease.ts';
import { layOver, type Pose } from './pose.ts';

/** An emotion begins when it is set from below to above this, so once while a slider is drawn. */
const BEGUN = 0.1;
/** Below this an emotion that goes is gone. */
const UNSEEN = 1e-4;
const SHORTEST_TRANSITION = 0.05;
const LONGEST_TRANSITION = 10;
/** A critically damped spring has 96 % of its way behind it after this many time constants. */
const SETTLED = 5;

/** Emotions over the face, several at once, each on its way to its intensity. */
export interface EmotionLayer {
  readonly names: readonly string[];
  /** Intensity of each as shown, 0..1. */
  readonly intensities: Float64Array;
  /**
   * Sets one emotion beside the others; one whose preset has no targets, as neutral's, takes the others back when it is
   * set to more than 0, in its own time.
   * @param intensity 0..1
   * @param transitionSeconds instead of the preset's own, 0.05..10
   * @returns false where there is no such emotion
   */
  set(name: string, intensity: number, transitionSeconds?: number): boolean;
  /** All back to neutral, each in its preset's time. */
  clear(): void;
  step(seconds: number): void;
  layOn(pose: Pose, layerWeight: number, gains: Float32Array): void;
  reset(): void;
}

export function createEmotionLayer(
  presets: readonly EmotionPreset[],
  translator: Translator,
  onBegin: (emotion: string) => void,
): EmotionLayer {
  const names = presets.map(({ name }) => name);
  const parts = presets.map(({ targets }) => translator.translate(targets));
  const intensities = new Float64Array(presets.length);
  const speeds = new Float64Array(presets.length);
  const goals = new Float64Array(presets.length);
  const ownRates = Float64Array.from(presets, ({ transitionSeconds }) => rateOf(transitionSeconds));
  const rates = ownRates.slice();

  return {
    names,
    intensities,
    set(name, intensity, transitionSeconds) {
      const at = names.indexOf(name);
      const preset = presets[at];
      if (!preset) return false;
      const isGiven = transitionSeconds !== undefined && transitionSeconds > 0;
      const rate = isGiven ? rateOf(transitionSeconds) : (ownRates[at] ?? 1);
      const goal = unit(intensity);
      if (goal > 0 && Object.keys(preset.targets).length === 0) {
        goals.fill(0);
        rates.fill(rate);
      }
      rates[at] = rate;
      if (goal >= BEGUN && (goals[at] ?? 0) < BEGUN) onBegin(name);
      goals[at] = goal;
      return true;
    },
    clear() {
      goals.fill(0);
      rates.set(ownRates);
    },
    step(seconds) {
      for (let i = 0; i < goals.length; i++) {
        const goal = goals[i] ?? 0;
        const away = (intensities[i] ?? 0) - goal;
        const speed = speeds[i] ?? 0;
        if (away === 0 && speed === 0) continue;
        const rate = rates[i] ?? 1;
        const decay = Math.exp(-rate * seconds);
        const left = dampedPlace(away, speed, rate, seconds, decay);
        const settled = Math.abs(left) < UNSEEN;
        intensities[i] = settled ? goal : Math.min(1, Math.max(0, goal + left));
        speeds[i] = settled ? 0 : dampedSpeed(away, speed, rate, seconds, decay);
      }
    },
    layOn(pose, layerWeight, gains) {
      for (let i = 0; i < parts.length; i++) {
        const intensity = (intensities[i] ?? 0) * layerWeight;
        const part = parts[i];
        if (part && intensity > 0) layOver(pose, part, intensity, gains);
      }
    },
    reset() {
      intensities.fill(0);
      speeds.fill(0);
      goals.fill(0);
      rates.set(ownRates);
    },
  };
}

function rateOf(transitionSeconds: number): number {
  return SETTLED / Math.min(LONGEST_TRANSITION, Math.max(SHORTEST_TRANSITION, transitionSeconds));
}
