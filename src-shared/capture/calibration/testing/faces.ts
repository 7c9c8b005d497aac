import { type Calibration, calibrationSchema } from '../../../contract/index.ts';
import { CAPTURE_CHANNELS, type CaptureFrame, createCaptureFrame } from '../../captureFrame.ts';
import type { FaceSamples } from '../faceSamples.ts';

export const calibrationOf = (parts: Partial<Calibration>): Calibration => calibrationSchema.parse(parts);

/** A face that shows these channels, all others 0. */
export function faceShowing(values: Readonly<Record<string, number>>): CaptureFrame {
  const frame = Object.assign(createCaptureFrame(), { faceFound: true });
  for (const [i, name] of CAPTURE_CHANNELS.entries()) frame.channels[i] = values[name] ?? 0;
  return frame;
}

/** Faces at 60 a second from second 0 on. */
export function samplesOf(faces: readonly Readonly<Record<string, number>>[]): FaceSamples {
  return {
    fromSeconds: 0,
    toSeconds: faces.length / 60,
    times: faces.map((_, i) => i / 60),
    channels: faces.map((values) => faceShowing(values).channels),
    headPositions: [],
  };
}
