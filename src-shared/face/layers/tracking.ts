import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../arkit.ts';
import type { RigPreset } from '../presets/index.ts';
import { type FaceRegion, regionOf } from '../regions/index.ts';
import { createChannelFilter } from '../smoothing/index.ts';
import { approach, smoothstep } from './ease.ts';

/**
 * A face as a camera or phone sees it; a `CaptureFrame` is one. What is not a finite number counts as not seen. Rotations
 * are yaw, pitch, roll in radians in the signs of Live Link Face: yaw to the subject's right, pitch down, roll to the
 * subject's left shoulder.
 */
export interface TrackingInput {
  /** 52 coefficients in the order of `ARKIT_BLENDSHAPES`. */
  readonly blendshapes: ArrayLike<number>;
  readonly head?: ArrayLike<number>;
  readonly leftEye?: ArrayLike<number>;
  readonly rightEye?: ArrayLike<number>;
}

const HEAD = ARKIT_BLENDSHAPE_COUNT;
const EYES = HEAD + 3;
const CHANNELS = EYES + 4;
const MOST_ANGLE = Math.PI / 2;

/** The tracked face: filtered, and faded in and out when it is found and lost. */
export interface TrackingLayer {
  /** 52 coefficients, then head yaw, pitch, roll and the yaw and pitch of the left and right eye. */
  readonly channels: Float64Array;
  readonly head: number;
  readonly eyes: number;
  /** Share, 0..1, of the tracked face in what it may own. */
  readonly presence: number;
  /** Share, 0..1, of the measured eye rotations; the rest is told by the coefficients. */
  readonly eyesShare: number;
  step(input: TrackingInput | undefined, seconds: number): void;
  configure(settings: RigPreset): void;
  reset(): void;
}

export function createTrackingLayer(settings: RigPreset): TrackingLayer {
  const filter = createChannelFilter(CHANNELS);
  const seen = new Float64Array(CHANNELS);
  const state = { ramp: 0, fadeSeconds: 1, lost: true, fresh: true };
  const layer = {
    channels: filter.values,
    head: HEAD,
    eyes: EYES,
    presence: 0,
    eyesShare: 0,
    step,
    configure,
    reset,
  };

  function configure({ smoothing, fade }: RigPreset): void {
    filter.configure((channel) => smoothing.filters[channelRegion(channel)], fade.trackingSeconds);
    state.fadeSeconds = fade.trackingSeconds;
  }

  function reset(): void {
    state.ramp = 0;
    state.lost = true;
    state.fresh = true;
    layer.presence = 0;
    layer.eyesShare = 0;
    filter.restart(seen.fill(0));
  }

  function step(input: TrackingInput | undefined, seconds: number): void {
    const most = seconds / state.fadeSeconds;
    if (input) {
      read(input);
      // While nothing of the old face is shown the new one is taken as it is, else it is approached from the old one.
      if (state.lost && state.ramp === 0) filter.restart(seen);
      else if (state.lost) filter.distrust();
      filter.step(seen, seconds);
      const eyesSeen = input.leftEye !== undefined && input.rightEye !== undefined;
      layer.eyesShare = approach(layer.eyesShare, eyesSeen ? 1 : 0, most);
    }
    state.lost = input === undefined;
    // A face that is there from the beginning has nobody to take over from.
    state.ramp = approach(state.ramp, input ? 1 : 0, state.fresh ? 1 : most);
    state.fresh = false;
    layer.presence = smoothstep(state.ramp);
  }

  /** Copies what is seen, within limits; NaN for what is not. */
  function read({ blendshapes, head, leftEye, rightEye }: TrackingInput): void {
    for (let i = 0; i < ARKIT_BLENDSHAPE_COUNT; i++) {
      const value = blendshapes[i] ?? Number.NaN;
      seen[i] = value >= 0 && value <= 1 ? value : limited(value, 0, 1);
    }
    readAngles(head, HEAD, 3);
    readAngles(leftEye, EYES, 2);
    readAngles(rightEye, EYES + 2, 2);
  }

  function readAngles(angles: ArrayLike<number> | undefined, first: number, count: number): void {
    for (let i = 0; i < count; i++) {
      seen[first + i] = angles ? limited(angles[i] ?? Number.NaN, -MOST_ANGLE, MOST_ANGLE) : Number.NaN;
    }
  }

  configure(settings);
  return layer;
}

function limited(value: number, least: number, most: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  return value < least ? least : value > most ? most : value;
}

function channelRegion(channel: number): FaceRegion {
  const name = ARKIT_BLENDSHAPES[channel];
  if (name) return regionOf(name);
  return channel < EYES ? 'head' : 'gaze';
}
