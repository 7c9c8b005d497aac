import type { CaptureChannel } from '../capture/index.ts';
import type { EditLayer, EditLayerKind } from '../contract/index.ts';
import { LIDS } from './channels.ts';

/** Where a new layer works. */
export interface LayerPlace {
  readonly id: string;
  readonly subject: number;
  readonly channels: readonly CaptureChannel[];
  /** On the take's clock; null for the whole take. */
  readonly range: { readonly fromSeconds: number; readonly toSeconds: number } | null;
}

export const LAYER_KINDS = [
  'smooth',
  'lowPass',
  'despike',
  'offset',
  'scale',
  'keys',
  'blinks',
] as const satisfies EditLayerKind[];

/** So that a range's ends show no step, and a blink beside them keeps its shape. */
const EDGE_SECONDS = 0.1;

/**
 * A layer with settings to begin with, chosen on a phone's take of two minutes of a face's whole range: smoothing over
 * 0.12 s and a cut-off of 10 Hz move no lid by more than 0.16, though lids fall in 0.08 s (VanderWerf et al.,
 * J. Neurophysiol. 89, 2003); blinks that shut come to 0.9 or more, stand above their half for 0.13 to 0.27 s, and lids
 * that are down for longer than 0.4 s are meant to be.
 * @param place channels are left out of account for `blinks`, which are of both lids
 */
export function createLayer(kind: EditLayerKind, place: LayerPlace): EditLayer {
  const { id, subject, range } = place;
  const common = {
    id,
    isOn: true,
    subject,
    channels: [...place.channels],
    range: range && { ...range, edgeSeconds: EDGE_SECONDS },
    strength: 1,
  };
  switch (kind) {
    case 'smooth':
      return { ...common, kind, widthSeconds: 0.12 };
    case 'lowPass':
      return { ...common, kind, cutoffHz: 10 };
    case 'despike':
      return { ...common, kind, widthSeconds: 0.1 };
    case 'offset':
      return { ...common, kind, amount: 0 };
    case 'scale':
      return { ...common, kind, factor: 1, pivot: 0 };
    case 'keys':
      return { ...common, kind, tolerance: 0.01 };
    case 'blinks':
      return { ...common, channels: [...LIDS], kind, closedWeight: 1, closeFrom: 0.5, longestSeconds: 0.4 };
  }
}
