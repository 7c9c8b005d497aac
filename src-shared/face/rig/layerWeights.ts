import { approach } from '../layers/index.ts';
import { RIG_LAYERS, type RigLayer, type RigPreset } from '../presets/index.ts';

/** Weight of each layer, on its way to what it was set to. */
export interface LayerWeights {
  /** In the order of `RIG_LAYERS`. */
  readonly values: Float32Array;
  set(layer: RigLayer, weight: number): void;
  step(seconds: number, fadeSeconds: number): void;
  reset(weights: RigPreset['layers']): void;
}

export function createLayerWeights(weights: RigPreset['layers']): LayerWeights {
  const values = new Float32Array(RIG_LAYERS.length);
  const goals = new Float32Array(RIG_LAYERS.length);
  const set = (layer: RigLayer, weight: number): void => {
    if (Number.isFinite(weight)) goals[RIG_LAYERS.indexOf(layer)] = Math.min(1, Math.max(0, weight));
  };
  const reset = (to: RigPreset['layers']): void => {
    for (const layer of RIG_LAYERS) set(layer, to[layer]);
    values.set(goals);
  };
  reset(weights);
  return {
    values,
    set,
    reset,
    step(seconds, fadeSeconds) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0;
        const goal = goals[i] ?? 0;
        if (value !== goal) values[i] = approach(value, goal, seconds / fadeSeconds);
      }
    },
  };
}
