import type { RigPreset } from '../../presets/index.ts';
import { FACE_REGIONS } from '../../regions/index.ts';
import { createChannelFilter } from '../../smoothing/index.ts';
import { approach, smoothstep } from '../ease.ts';
import { CHANNELS, createSeenFace, EYES, HEAD, regionOfChannel, see, type TrackingInput } from './input.ts';
import { createSampleEase } from './sampleEase.ts';

/** Equal to no set of regions. */
const FADING = -1;

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
  const ease = createSampleEase();
  const seen = createSeenFace();
  /** What is shown between samples. */
  const eased = new Float64Array(CHANNELS);
  const ramps = new Float64Array(FACE_REGIONS.length);
  /** `faded`: the regions for which every fade has ended. */
  const state = { fadeSeconds: 1, lost: true, fresh: true, faded: 0 };
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
    state.faded = 0;
    state.lost = true;
    state.fresh = true;
    layer.presences.fill(0);
    layer.presence = 0;
    layer.eyesShare = 0;
    ease.reset();
    seen.channels.fill(0);
    filter.restart(seen.channels);
    layer.channels = filter.values;
  }

  function step(input: TrackingInput | undefined, seconds: number): void {
    const most = seconds / state.fadeSeconds;
    if (input) follow(input, seconds, most);
    state.lost = input === undefined;
    // A face that is there from the beginning has nobody to take over from.
    fade(input ? seen.regions : 0, state.fresh ? 1 : most);
    state.fresh = false;
  }

  function follow(input: TrackingInput, seconds: number, most: number): void {
    see(input, seen);
    if (state.lost) takeUp();
    ease.step(seen.isNew || state.lost, seconds);
    if (ease.share < 1) beginEase();
    if (ease.filterSeconds > 0) filter.step(seen.channels, ease.filterSeconds);
    if (ease.share < 1) move(eased, filter.values, ease.share);
    else layer.channels = filter.values;
    layer.eyesShare = approach(layer.eyesShare, seen.eyesMeasured ? 1 : 0, most);
  }

  function beginEase(): void {
    if (layer.channels === eased) return;
    eased.set(filter.values);
    layer.channels = eased;
  }

  /** While nothing of the old face is shown the new one is taken as it is, else it is approached from the old one. */
  function takeUp(): void {
    ease.reset();
    if (layer.presence > 0) {
      filter.values.set(layer.channels);
      filter.distrust();
    } else filter.restart(seen.channels);
  }

  function fade(regions: number, most: number): void {
    if (regions === state.faded) return;
    state.faded = regions;
    layer.presence = 0;
    for (let region = 0; region < ramps.length; region++) {
      const goal = (regions >> region) & 1;
      const ramp = approach(ramps[region] ?? 0, goal, most);
      if (ramp !== goal) state.faded = FADING;
      ramps[region] = ramp;
      const presence = smoothstep(ramp);
      layer.presences[region] = presence;
      if (presence > layer.presence) layer.presence = presence;
    }
  }

  configure(settings);
  return layer;
}

function move(values: Float64Array, goals: Float64Array, share: number): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    values[i] = value + ((goals[i] ?? 0) - value) * share;
  }
}
