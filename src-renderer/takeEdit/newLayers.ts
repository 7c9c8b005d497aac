import { CAPTURE_CHANNELS, type CaptureChannel } from '#shared/capture/index.ts';
import type { EditLayer, EditLayerKind, TakeEdit } from '#shared/contract/index.ts';
import { createLayer, isWeight, withLayer } from '#shared/takeEdit/index.ts';

/** What of a take is chosen. */
export interface EditSelection {
  /** Number of the subject in the take. */
  readonly subject: number;
  readonly channels: readonly CaptureChannel[];
  /** On the take's clock; null for the whole take. */
  readonly range: { readonly fromSeconds: number; readonly toSeconds: number } | null;
}

/** Kinds with a setting in the channels' unit, so that weights and rotations cannot share a layer. */
const OF_ONE_UNIT: ReadonlySet<EditLayerKind> = new Set(['offset', 'scale', 'keys']);

/**
 * Adds what a new layer of a kind comes to for what is chosen: two layers where weights and rotations need their own.
 * @param newId gives a new one each time
 */
export function withNewLayers(
  edit: TakeEdit,
  kind: EditLayerKind,
  { subject, channels, range }: EditSelection,
  newId: () => string,
): TakeEdit {
  const groups = OF_ONE_UNIT.has(kind)
    ? [channels.filter(isWeight), channels.filter((channel) => !isWeight(channel))]
    : [channels];
  return groups
    .filter((group) => group.length > 0 || kind === 'blinks')
    .reduce((before, group) => {
      return withLayer(before, createLayer(kind, { id: newId(), subject, channels: group, range }));
    }, edit);
}

/** Whether all that a layer names are rotations, whose values are shown in degrees. */
export function isOfRotations({ channels }: EditLayer): boolean {
  return CAPTURE_CHANNELS.every((channel) => !channels.includes(channel) || !isWeight(channel));
}
