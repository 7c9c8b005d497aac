import type { LandmarkSource } from '#shared/body/index.ts';
import { type CaptureFrame, copyCaptureFrame } from '#shared/capture/index.ts';
import { createCaptureSource } from '#shared/performance/index.ts';
import { frameOf, frameVersion, watchFrame } from './liveFrames.ts';

/** A subject's newest frame, as an avatar shows it: nothing while nobody is seen. */
export function createPhoneSource(id: number): LandmarkSource {
  let shown = -1;
  const next = (into: CaptureFrame): boolean => {
    const version = frameVersion(id);
    if (version === shown) return false;
    shown = version;
    const frame = frameOf(id);
    if (frame) copyCaptureFrame(frame, into);
    else into.faceFound = into.bodyFound = false;
    return true;
  };
  return createCaptureSource(next, (onNews) => watchFrame(id, onNews));
}
