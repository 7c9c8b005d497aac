import {
  CAPTURE_CHANNELS,
  type CaptureChannel,
  type CaptureFrame,
  createCaptureFrame,
} from '../captureFrame.ts';

/** A frame with a face, and these channels; the others are 0. */
export function faceFrame(
  about: Partial<Pick<CaptureFrame, 'deviceId' | 'subject' | 'timeSeconds'>> = {},
  values: Partial<Record<CaptureChannel, number>> = {},
): CaptureFrame {
  const frame = Object.assign(createCaptureFrame(), about, { faceFound: true });
  for (const [index, name] of CAPTURE_CHANNELS.entries()) frame.channels[index] = values[name] ?? 0;
  return frame;
}
