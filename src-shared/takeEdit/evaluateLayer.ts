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

/** Part of a channel, and where its changed frames go. */
interface Stretch {
  readonly times: Float64Array;
  readonly values: Float32Array;
  readonly otherLid: Float32Array | undefined;
  /** What belongs together. */
  readonly run: Run;
  /** Which of it the layer is to change; what is written elsewhere does not count. */
  readonly within: Run;
  readonly result: Float32Array;
}

type Counts = Pick<LayerFigures, 'keys' | 'blinksClosed' | 'blinksRemoved' | 'spikes'>;

const NOTHING: Counts = { keys: [], blinksClosed: 0, blinksRemoved: 0, spikes: 0 };

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
  const result = values.slice();
  // Keys lie at the ends of the range, on what is there: they need no soft edges.
  const range = layer.kind === 'keys' && layer.range ? { ...layer.range, edgeSeconds: 0 } : layer.range;
  const keys: CurveKey[] = [];
  let figures: LayerFigures = { ...NOTHING, keys, frames: 0, largestChange: 0 };
  for (const run of runs) {
    const within = runWithin(times, run, range);
    if (within.end <= within.start) continue;
    const counts = changeStretch(layer, { times, values, otherLid, run, within, result });
    for (const key of counts.keys) keys.push(key);
    let largestChange = 0;
    for (let frame = run.start; frame < run.end; frame++) {
      const share = shareAt(range, layer.strength, times[frame] ?? 0);
      const change = Math.abs(blend(values, result, frame, share));
      if (change > largestChange) largestChange = change;
    }
    figures = {
      keys,
      frames: figures.frames + within.end - within.start,
      largestChange: Math.max(figures.largestChange, largestChange),
      blinksClosed: figures.blinksClosed + counts.blinksClosed,
      blinksRemoved: figures.blinksRemoved + counts.blinksRemoved,
      spikes: figures.spikes + counts.spikes,
    };
  }
  return { values: result, figures };
}

/** Takes a share of a frame's change; returns what is left of the change. */
function blend(before: Float32Array, after: Float32Array, frame: number, share: number): number {
  const value = before[frame] ?? 0;
  if (share !== 1) after[frame] = share === 0 ? value : value + share * ((after[frame] ?? 0) - value);
  return (after[frame] ?? 0) - value;
}

function changeStretch(layer: EditLayer, stretch: Stretch): Counts {
  const { times, values, otherLid, run, within, result } = stretch;
  switch (layer.kind) {
    case 'smooth':
      smooth(times, values, run, within, layer.widthSeconds, result);
      return NOTHING;
    case 'lowPass':
      lowPass(times, values, run, layer.cutoffHz, result);
      return NOTHING;
    case 'despike':
      return { ...NOTHING, spikes: despike(times, values, run, within, layer.widthSeconds, result) };
    case 'offset':
      for (let i = within.start; i < within.end; i++) result[i] = (values[i] ?? 0) + layer.amount;
      return NOTHING;
    case 'scale':
      for (let i = within.start; i < within.end; i++) {
        result[i] = layer.pivot + layer.factor * ((values[i] ?? 0) - layer.pivot);
      }
      return NOTHING;
    case 'keys':
      return { ...NOTHING, keys: reduceKeys(times, values, within, layer.tolerance, result) };
    case 'blinks': {
      if (!otherLid) return NOTHING;
      const { closed, removed } = mendBlinks(times, values, otherLid, run, within, layer, result);
      return { ...NOTHING, blinksClosed: closed, blinksRemoved: removed };
    }
  }
}
