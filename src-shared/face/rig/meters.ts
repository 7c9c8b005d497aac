import { DRIVER, LAYER } from './places.ts';

/** How much each layer does, 0..1, in the order of `RIG_LAYERS`. */
export interface Meters {
  readonly levels: Float32Array;
  /** @param presence of each driver; @param tracked how much of it tracking sees; @param idleShares of each region */
  measure(
    presence: Float64Array,
    tracked: number,
    idleShares: Float32Array,
    emotions: Float64Array,
    micro: number,
    manual: number,
  ): void;
}

export function createMeters(layerWeights: Float32Array): Meters {
  const levels = new Float32Array(layerWeights.length);
  return {
    levels,
    measure(presence, tracked, idleShares, emotions, micro, manual) {
      levels[LAYER.idle] = mean(idleShares);
      levels[LAYER.tracking] = tracked * (presence[DRIVER.tracking] ?? 0);
      levels[LAYER.speech] = Math.max(presence[DRIVER.audio] ?? 0, presence[DRIVER.text] ?? 0);
      levels[LAYER.emotion] = greatest(emotions) * (layerWeights[LAYER.emotion] ?? 0);
      levels[LAYER.micro] = micro * (layerWeights[LAYER.micro] ?? 0);
      levels[LAYER.manual] = manual * (layerWeights[LAYER.manual] ?? 0);
    },
  };
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

function greatest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] ?? 0);
  return most;
}
