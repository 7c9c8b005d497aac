import type { RecordedPart } from '../contract/index.ts';
import { CAPTURE_CHANNELS, type CaptureChannel } from './captureFrame.ts';

/** The beginnings of the channels' names, the first that fits counts. The body has no channels: it has joints. */
const BEGINNINGS: readonly (readonly [string, RecordedPart])[] = [
  ['brow', 'brows'],
  ['eyeLook', 'gaze'],
  ['eye', 'eyelids'],
  ['leftEye', 'gaze'],
  ['rightEye', 'gaze'],
  ['jaw', 'jaw'],
  ['mouth', 'mouth'],
  ['cheek', 'cheeks'],
  ['nose', 'cheeks'],
  ['tongue', 'mouth'],
  ['head', 'head'],
];

/** The part that a channel belongs to. */
function partOfChannel(channel: CaptureChannel): RecordedPart | undefined {
  return BEGINNINGS.find(([beginning]) => channel.startsWith(beginning))?.[1];
}

/** The channels of some parts, in the order of `CAPTURE_CHANNELS`. */
export function channelsOfParts(parts: readonly RecordedPart[]): CaptureChannel[] {
  return CAPTURE_CHANNELS.filter((channel) => {
    const part = partOfChannel(channel);
    return part !== undefined && parts.includes(part);
  });
}
