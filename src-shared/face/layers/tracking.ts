import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../arkit.ts';
import type { RigPreset } from '../presets/index.ts';
import { FACE_REGIONS, type FaceRegion, REGION_INDEX, regionOf } from '../regions/index.ts';
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
  /** Share, 0..1, of the tracked face in each region that it may own: none where nothing of the region is seen. */
  readonly presences: Float32Array;
  /** The greatest of them. */
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
  const ramps = new Float64Array(FACE_REGIONS.length);
  const state = { fadeSeconds: 1, lost: true, fresh: true, eyesMeasured: false, regions: 0 };
  const layer = {
    channels: filter.values,
    head: HEAD,
    eyes: EYES,
    presences: new Float32Array(FACE_REGIONS.length),
    presence: 0,
    eyesShare: 0,
    step,
    configure,
    reset,
  };

  function configure({ smoothing, fade }: RigPreset): void {
    filter.configure((channel) => smoothing.filters[regionOfChannel(channel)], fade.trackingSeconds);
    state.fadeSeconds = fade.trackingSeconds;
  }

  function reset(): void {
    ramps.fill(0);
    state.lost = true;
    state.fresh = true;
    layer.presences.fill(0);
    layer.presence = 0;
    layer.eyesShare = 0;
    filter.restart(seen.fill(0));
  }

  function step(input: TrackingInput | undefined, seconds: number): void {
    const most = seconds / state.fadeSeconds;
    state.regions = 0;
    if (input) {
      read(input);
      // While nothing of the old face is shown the new one is taken as it is, else it is approached from the old one.
      if (state.lost && layer.presence === 0) filter.restart(seen);
      else if (state.lost) filter.distrust();
      filter.step(seen, seconds);
      layer.eyesShare = approach(layer.eyesShare, state.eyesMeasured ? 1 : 0, most);
    }
    state.lost = input === undefined;
    // A face that is there from the beginning has nobody to take over from.
    fade(state.fresh ? 1 : most);
    state.fresh = false;
  }

  function fade(most: number): void {
    layer.presence = 0;
    for (let region = 0; region < ramps.length; region++) {
      const ramp = approach(ramps[region] ?? 0, (state.regions >> region) & 1, most);
      ramps[region] = ramp;
      const presence = smoothstep(ramp);
      layer.presences[region] = presence;
      if (presence > layer.presence) layer.presence = presence;
    }
  }

  /** Copies what is seen, within limits; NaN for what is not. */
  function read({ blendshapes, head, leftEye, rightEye }: TrackingInput): void {
    state.regions = readCoefficients(blendshapes, seen);
    readAngles(head, HEAD, 3);
    const leftMeasured = readAngles(leftEye, EYES, 2);
    const rightMeasured = readAngles(rightEye, EYES + 2, 2);
    state.eyesMeasured = leftMeasured && rightMeasured;
  }

  /** Returns whether all of them are there. */
  function readAngles(angles: ArrayLike<number> | undefined, first: number, count: number): boolean {
    if (!angles) {
      seen.fill(Number.NaN, first, first + count);
      return false;
    }
    let found = 0;
    for (let i = 0; i < count; i++) {
      const kept = limited(angles[i] ?? Number.NaN, -MOST_ANGLE, MOST_ANGLE);
      seen[first + i] = kept;
      if (!Number.isNaN(kept)) found += 1;
    }
    if (found > 0) state.regions |= REGION_BITS[first] ?? 0;
    return found === count;
  }

  configure(settings);
  return layer;
}

/** Returns the regions that are seen, as bits. */
function readCoefficients(blendshapes: ArrayLike<number>, seen: Float64Array): number {
  let regions = 0;
  for (let i = 0; i < ARKIT_BLENDSHAPE_COUNT; i++) {
    const value = blendshapes[i] ?? Number.NaN;
    const kept = value >= 0 && value <= 1 ? value : limited(value, 0, 1);
    seen[i] = kept;
    if (kept >= 0) regions |= REGION_BITS[i] ?? 0;
  }
  return regions;
}

function limited(value: number, least: number, most: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  return value < least ? least : value > most ? most : value;
}

function regionOfChannel(channel: number): FaceRegion {
  const name = ARKIT_BLENDSHAPES[channel];
  if (name) return regionOf(name);
  return channel < EYES ? 'head' : 'gaze';
}

/** Of each channel, its region as a bit. */
const REGION_BITS = Uint8Array.from(
  { length: CHANNELS },
  (_, channel) => 1 << REGION_INDEX[regionOfChannel(channel)],
);
