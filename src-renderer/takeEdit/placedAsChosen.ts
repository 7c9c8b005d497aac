import type { EditLayer } from '#shared/contract/index.ts';
import { createLayer } from '#shared/takeEdit/index.ts';
import type { EditSelection } from './newLayers.ts';

/** A layer moved to what is chosen, its settings kept; undefined where nothing is chosen that it could be of. */
export function placedAsChosen(layer: EditLayer, selection: EditSelection): EditLayer | undefined {
  if (selection.channels.length === 0 && layer.kind !== 'blinks') return undefined;
  const { subject, channels, range } = createLayer(layer.kind, { ...selection, id: layer.id });
  const edgeSeconds = layer.range?.edgeSeconds;
  return {
    ...layer,
    subject,
    channels,
    range: range && edgeSeconds !== undefined ? { ...range, edgeSeconds } : range,
  };
}
