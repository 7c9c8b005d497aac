import type { EditLayer } from '../contract/index.ts';
import { mendBlinks } from './blinks/mendBlinks.ts';
import { despike } from './filters/despike.ts';
import { lowPass } from './filters/lowPass.ts';
import { smooth } from './filters/smooth.ts';
import { type CurveKey, reduceKeys } from './keys/reduceKeys.ts';
import type { RecordedFrames, Run } from './recordedFrames.ts';
import { runWithin, shareAt } from './share.ts';

/** What a layer did to a channel. */
export interface LayerFigures {
  /** Furthest that a frame was moved, in the channel's unit. */
  readonly largestChange: number;
  /** Frames that the layer worked on. */
  readonly frames: number;
  /** Of key reduction. */
  readonly keys: readonly CurveKey[];
  readonly blinksClosed: number;
  readonly blinksRemoved: number;
  readonly spikes: number;
}

/** A channel after a layer, and what the layer did. */
export interface LayerResult {
  readonly values: Float32Array;
  readonly figures: LayerFigures;
}

interface Tally {
  frames: number;
  keys: CurveKey[];
  blinksClosed: number;
  blinksRemoved: number;
  spikes: number;
}

/**
 * Applies a layer to a channel.
 * @param values of the channel, one a frame; they stay as they are
 * @param otherLid the other eye's lid, where the layer mends blinks of the channel
 */
export function evaluateLayer(
  layer: EditLayer,
  { times, runs }: RecordedFrames,
  values: Float32Array,
  otherLid: Float32Array | undefined,
): LayerResult {
  const changed = values.slice();
  const tally: Tally = { frames: 0, keys: [], blinksClosed: 0, blinksRemoved: 0, spikes: 0 };
  // Keys lie at the ends of the range, on what is there: they need no soft edges.
  const range = layer.kind === 'keys' && layer.range ? { ...layer.range, edgeSeconds: 0 } : layer.range;
  let largestChange = 0;
  for (const run of runs) {
    const within = runWithin(times, run, range);
    if (within.end <= within.start) continue;
    tally.frames += within.end - within.start;
    change(layer, times, values, otherLid, run, within, changed, tally);
    for (let frame = run.start; frame < run.end; frame++) {
      const before = values[frame] ?? 0;
      const share = shareAt(range, layer.strength, times[frame] ?? 0);
      const after = share === 1 ? (changed[frame] ?? 0) : before + share * ((changed[frame] ?? 0) - before);
      changed[frame] = share === 0 ? before : after;
      largestChange = Math.max(largestChange, Math.abs((changed[frame] ?? 0) - before));
    }
  }
  return { values: changed, figures: { ...tally, largestChange } };
}

/** Writes what the layer makes of a run, wherever its range is; outside the range it may write anything. */
function change(
  layer: EditLayer,
  times: Float64Array,
  values: Float32Array,
  otherLid: Float32Array | undefined,
  run: Run,
  within: Run,
  result: Float32Array,
  tally: Tally,
): void {
  switch (layer.kind) {
    case 'smooth':
      smooth(times, values, run, within, layer.widthSeconds, result);
      break;
    case 'lowPass':
      lowPass(times, values, run, layer.cutoffHz, result);
      break;
    case 'despike':
      tally.spikes += despike(times, values, run, within, layer.widthSeconds, result);
      break;
    case 'offset':
      for (let i = within.start; i < within.end; i++) result[i] = (values[i] ?? 0) + layer.amount;
      break;
    case 'scale':
      for (let i = within.start; i < within.end; i++) {
        result[i] = layer.pivot + layer.factor * ((values[i] ?? 0) - layer.pivot);
      }
      break;
    case 'keys':
      for (const key of reduceKeys(times, values, within, layer.tolerance, result)) tally.keys.push(key);
      break;
    case 'blinks': {
      if (!otherLid) break;
      const counts = mendBlinks(times, values, otherLid, run, within, layer, result);
      tally.blinksClosed += counts.closed;
      tally.blinksRemoved += counts.removed;
    }
  }
}
