import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type CaptureChannel } from '../capture/index.ts';
import type { EditLayer, TakeEdit } from '../contract/index.ts';
import type { RecordedSubject } from '../formats/index.ts';
import { LIDS, otherLid } from './channels.ts';
import { evaluateLayer, type LayerFigures, type LayerResult } from './evaluateLayer.ts';
import type { CurveKey } from './keys/reduceKeys.ts';
import { limitWeights } from './limitWeights.ts';
import { framesOf, type RecordedFrames } from './recordedFrames.ts';

/** A layer's result on a channel, with what it was made from. */
interface Node {
  readonly layer: EditLayer;
  readonly input: Float32Array;
  readonly other: Float32Array | undefined;
  readonly result: LayerResult;
}

/**
 * A subject under an edit that changes. Only what a change concerns is reckoned anew: each channel for itself, from the
 * changed layer on.
 */
export class EditEvaluation {
  readonly #subject: RecordedSubject;
  readonly #frames: RecordedFrames;
  readonly #recorded = new Map<CaptureChannel, Float32Array>();
  readonly #nodes = new Map<string, Node>();
  readonly #limited = new Map<
    CaptureChannel,
    { readonly input: Float32Array; readonly values: Float32Array }
  >();
  #edit: TakeEdit | undefined;

  /** @param subject with rows; its arrays must not change any more */
  constructor(subject: RecordedSubject) {
    this.#subject = subject;
    this.#frames = framesOf(subject);
  }

  /** A channel as it was recorded, one number a frame. It must not be written to. */
  recorded(channel: CaptureChannel): Float32Array {
    const known = this.#recorded.get(channel);
    if (known) return known;
    const { channels, times } = this.#subject;
    const values = new Float32Array(times.length);
    let at = CAPTURE_CHANNELS.indexOf(channel);
    for (let frame = 0; frame < values.length; frame++, at += CAPTURE_CHANNEL_COUNT)
      values[frame] = channels[at] ?? 0;
    this.#recorded.set(channel, values);
    return values;
  }

  /**
   * A channel as it is edited, one number a frame; never NaN. It must not be written to. As long as the edit does not
   * concern the channel, it is the same array.
   */
  column(edit: TakeEdit, channel: CaptureChannel): Float32Array {
    this.#follow(edit);
    const input = this.#before(edit, edit.layers.length, channel);
    const recorded = this.recorded(channel);
    if (input === recorded) return recorded;
    const known = this.#limited.get(channel);
    if (known?.input === input) return known.values;
    const values = limitWeights(input, recorded, channel);
    this.#limited.set(channel, { input, values });
    return values;
  }

  /** The keys that draw a channel, where reducing it to keys is the last thing that is done to it; else none. */
  keys(edit: TakeEdit, channel: CaptureChannel): readonly CurveKey[] {
    this.#follow(edit);
    const place = edit.layers.findLastIndex((layer) => this.#concerns(layer, channel));
    const layer = edit.layers[place];
    return layer?.kind === 'keys' ? this.#after(edit, place, layer, channel).figures.keys : [];
  }

  /** What a layer of the edit does to each of its channels; none for a layer that is off or of another subject. */
  figures(edit: TakeEdit, layerId: string): ReadonlyMap<CaptureChannel, LayerFigures> {
    this.#follow(edit);
    const place = edit.layers.findIndex(({ id }) => id === layerId);
    const layer = edit.layers[place];
    const figures = new Map<CaptureChannel, LayerFigures>();
    for (const channel of CAPTURE_CHANNELS) {
      if (layer && this.#concerns(layer, channel)) {
        figures.set(channel, this.#after(edit, place, layer, channel).figures);
      }
    }
    return figures;
  }

  /** A channel before the layer of a number, counted from 0. */
  #before(edit: TakeEdit, place: number, channel: CaptureChannel): Float32Array {
    for (let below = place - 1; below >= 0; below--) {
      const layer = edit.layers[below];
      if (layer && this.#concerns(layer, channel)) return this.#after(edit, below, layer, channel).values;
    }
    return this.recorded(channel);
  }

  #after(edit: TakeEdit, place: number, layer: EditLayer, channel: CaptureChannel): LayerResult {
    const input = this.#before(edit, place, channel);
    const partner = layer.kind === 'blinks' ? otherLid(channel) : undefined;
    const other = partner && this.#before(edit, place, partner);
    const key = `${channel} ${layer.id}`;
    const known = this.#nodes.get(key);
    if (known?.layer === layer && known.input === input && known.other === other) return known.result;
    const result = evaluateLayer(layer, this.#frames, input, other);
    this.#nodes.set(key, { layer, input, other, result });
    return result;
  }

  #concerns(layer: EditLayer, channel: CaptureChannel): boolean {
    return (
      layer.isOn &&
      layer.strength > 0 &&
      layer.subject === this.#subject.description.number &&
      layer.channels.includes(channel) &&
      (layer.kind !== 'blinks' || LIDS.some((lid) => lid === channel))
    );
  }

  /** Forgets results of layers that are gone. */
  #follow(edit: TakeEdit): void {
    if (edit === this.#edit) return;
    this.#edit = edit;
    const ids = new Set(edit.layers.map(({ id }) => id));
    for (const [key, { layer }] of this.#nodes) if (!ids.has(layer.id)) this.#nodes.delete(key);
  }
}
