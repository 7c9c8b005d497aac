import type { CaptureChannel } from '../capture/index.ts';
import { isWeight } from './channels.ts';

/**
 * An edited channel without weights that no face has: they stay within 0..1, or as far past it as something recorded in
 * the channel goes. Only what all layers come to is limited, so that one may take back what another has added. Rotations
 * have no limits.
 */
export function limitWeights(
  edited: Float32Array,
  recorded: Float32Array,
  channel: CaptureChannel,
): Float32Array {
  if (!isWeight(channel)) return edited;
  let low = 0;
  let high = 1;
  for (const value of recorded) {
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return edited.map((value) => Math.min(Math.max(value, low), high));
}
