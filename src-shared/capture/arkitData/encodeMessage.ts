import { CAPTURE_CHANNELS, type CaptureFrame } from '../captureFrame.ts';
import { encodeUtf8 } from '../utf8.ts';
import { MESSAGE_TYPE, MILLISECONDS } from './message.ts';

/**
 * A frame as a message `arkit_data` with every channel; without a face, with none.
 * @param frame channels finite; its time, where it has one, in seconds since 1970
 */
export function encodeArkitData(frame: CaptureFrame): Uint8Array {
  const channels = frame.faceFound
    ? CAPTURE_CHANNELS.map((name, index) => [name, frame.channels[index] ?? 0])
    : [];
  return encodeUtf8(
    JSON.stringify({
      type: MESSAGE_TYPE,
      blendshapes: Object.fromEntries(channels),
      ...(frame.isTimed ? { timestamp: isoTime(frame.timeSeconds) } : {}),
    }),
  );
}

function isoTime(seconds: number): string {
  return new Date(Math.round(seconds * MILLISECONDS)).toISOString();
}
