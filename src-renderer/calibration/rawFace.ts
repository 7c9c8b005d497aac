import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  createCaptureFrame,
  decodeRawFaceMessage,
  FrameCalibrator,
} from '#shared/capture/index.ts';
import { ask, onLiveFrame } from '../link/index.ts';
import { calibrationOf, useCalibration } from './calibrationStore.ts';

/** The host sends raw faces for three seconds each time it is asked. */
const ASK_AGAIN_MS = 1000;
/** Without a raw face for longer, none is seen. */
const UNSEEN_MS = 500;

const INDEX = new Map<string, number>(CAPTURE_CHANNELS.map((name, index) => [name, index]));

/** The newest raw face of the subject that is calibrated, and what becomes of it. Outside React: it changes all the time. */
const raw = new Float32Array(CAPTURE_CHANNEL_COUNT);
const scratch = new Float32Array(CAPTURE_CHANNEL_COUNT);
const shown = Object.assign(createCaptureFrame(), { faceFound: true });
const calibrator = new FrameCalibrator();
let seenMs = Number.NEGATIVE_INFINITY;

onLiveFrame((message) => {
  const id = decodeRawFaceMessage(new Uint8Array(message), scratch);
  if (id === undefined || id !== useCalibration.getState().subject?.id) return;
  raw.set(scratch);
  shown.channels.set(scratch);
  seenMs = performance.now();
  calibrator.apply(shown, seenMs / 1000);
});

useCalibration.subscribe((state, before) => {
  const calibration = calibrationOf(state);
  // Sides are shown as they are sent, so that both values of a channel stand side by side.
  if (calibration !== calibrationOf(before))
    calibrator.change({ ...calibration, isMirrored: false }, performance.now() / 1000);
});

/** Asks for raw faces until the returned function is called. */
export function watchRawFace(subjectId: number): () => void {
  const watch = (): void => {
    // A phone that is gone is said to be; the next one that comes is watched by its own id.
    ask('calibration.watch', { subjectId }).catch(() => {});
  };
  watch();
  const timer = setInterval(watch, ASK_AGAIN_MS);
  return () => clearInterval(timer);
}

export const isFaceSeen = (): boolean => performance.now() - seenMs < UNSEEN_MS;

/** A channel as it was sent; 0 while no face is seen. */
export const rawLevel = (channel: string): number => levelIn(raw, channel);

/** A channel as it is calibrated, before it is mirrored. */
export const shownLevel = (channel: string): number => levelIn(shown.channels, channel);

function levelIn(channels: Float32Array, channel: string): number {
  return isFaceSeen() ? (channels[INDEX.get(channel) ?? -1] ?? 0) : 0;
}
