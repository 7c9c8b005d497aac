import { CAPTURE_CHANNELS, type CaptureChannel } from '../capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '../face/index.ts';

/** Both eyes' lids. */
export const LIDS = ['eyeBlinkLeft', 'eyeBlinkRight'] as const satisfies CaptureChannel[];

/** Undefined for what is no lid. */
export function otherLid(channel: CaptureChannel): CaptureChannel | undefined {
  if (channel === LIDS[0]) return LIDS[1];
  return channel === LIDS[1] ? LIDS[0] : undefined;
}

/** Whether a channel is a weight, 0..1; the others are rotations in radians. */
export function isWeight(channel: CaptureChannel): boolean {
  return CAPTURE_CHANNELS.indexOf(channel) < ARKIT_BLENDSHAPE_COUNT;
}
