import { CAPTURE_CHANNELS, type CaptureChannel, type CaptureFrame } from '#shared/capture/index.ts';
import { isWeight } from '#shared/takeEdit/index.ts';
import { useTakeSelection } from '../selection.ts';
import { words } from '../words.ts';

const INDICES = new Map<CaptureChannel, number>(CAPTURE_CHANNELS.map((channel, i) => [channel, i]));
/** More than a few cannot be listened to. */
const MOST_SPOKEN = 4;

/** A channel of a frame as it is written beside its name. */
export function writtenValue(frame: CaptureFrame, channel: CaptureChannel): string {
  if (!frame.faceFound) return words.channels.nothing;
  const value = frame.channels[INDICES.get(channel) ?? -1] ?? 0;
  return isWeight(channel) ? words.channels.weight(value) : words.channels.degrees(value);
}

/** The first of the chosen channels with their values, or that nothing came. */
export function spokenValues(frame: CaptureFrame): string[] {
  if (!frame.faceFound && !frame.bodyFound) return [words.timeline.inGap(frame.subject)];
  const { channels } = useTakeSelection.getState();
  return channels
    .slice(0, MOST_SPOKEN)
    .map((channel) => words.timeline.value(channel, writtenValue(frame, channel)));
}
