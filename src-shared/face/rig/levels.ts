import type { RigLayer } from '../presets/index.ts';
import type { RigParts } from './parts.ts';
import { LAYER } from './places.ts';

/** How much a layer does now, 0..1. */
export function levelOf(parts: RigParts, layer: RigLayer): number {
  const { fusion, tracking, speech, emotion, micro, manual, layerWeights } = parts;
  const weight = layerWeights.values[LAYER[layer]] ?? 0;
  switch (layer) {
    case 'idle':
      return meanOf(fusion.shares.idle);
    case 'tracking':
      return tracking.presence * weight;
    case 'speech':
      return Math.max(speech.textPresence, speech.audioPresence) * weight;
    case 'emotion':
      return Math.max(0, ...emotion.intensities) * weight;
    case 'micro':
      return micro.level * weight;
    case 'manual':
      return manual.level * weight;
  }
}

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
