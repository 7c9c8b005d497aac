import {
  CHANNEL_NAMES,
  type ChannelName,
  type channelOf,
  createLandmarkFrame,
  type FaceChannel,
  type HandChannel,
  type LandmarkFrame,
  type PoseChannel,
  PRESENCES,
  type Side,
} from '../../body/index.ts';
import type { TrackingHeader } from './schema.ts';

type AnyChannel = PoseChannel | HandChannel | FaceChannel;
type SignalOf<Channel extends AnyChannel> = Extract<keyof Channel['signals'], string>;

/** One channel over all frames: one value a frame, and under `signals` as many as a `LandmarkFrame` holds. */
export interface ChannelTrack<Signal extends string> {
  /** Index into `PRESENCES`. */
  readonly presence: Uint8Array<ArrayBuffer>;
  /** 0..1. */
  readonly confidence: Float32Array<ArrayBuffer>;
  /** 0 or 1, as are those of `clamped`. */
  readonly gated: Uint8Array<ArrayBuffer>;
  readonly clamped: Uint8Array<ArrayBuffer>;
  readonly signals: Readonly<Record<Signal, Float32Array<ArrayBuffer>>>;
}

/** A whole track in memory, in the shape of `LandmarkFrame` with all frames one after another. Plain data. */
export interface Track {
  readonly header: TrackingHeader;
  readonly frames: number;
  /** Presentation time of each frame in seconds from the first one; grows. */
  readonly times: Float64Array<ArrayBuffer>;
  readonly pose: ChannelTrack<SignalOf<PoseChannel>>;
  readonly hands: Readonly<Record<Side, ChannelTrack<SignalOf<HandChannel>>>>;
  readonly face: ChannelTrack<SignalOf<FaceChannel>>;
  /** Left, top, width and height of the person as fractions of the picture; width 0 where nobody was found. */
  readonly boxes: Float32Array<ArrayBuffer>;
}

/** Numbers a frame in `Track.boxes`. */
export const BOX_STRIDE = 4;

/** How many numbers each signal has in one frame. */
const LAYOUT = createLandmarkFrame();

/** A track with room for so many frames, all absent. */
export function createTrack(header: TrackingHeader, frames: number): Track {
  const channel = <Signal extends string>(layout: {
    readonly signals: Readonly<Record<Signal, Float32Array>>;
  }) => {
    const signals = {} as Record<Signal, Float32Array<ArrayBuffer>>;
    for (const name in layout.signals) signals[name] = new Float32Array(frames * layout.signals[name].length);
    return {
      presence: new Uint8Array(frames),
      confidence: new Float32Array(frames),
      gated: new Uint8Array(frames),
      clamped: new Uint8Array(frames),
      signals,
    };
  };
  return {
    header,
    frames,
    times: new Float64Array(frames),
    pose: channel(LAYOUT.pose),
    hands: { left: channel(LAYOUT.hands.left), right: channel(LAYOUT.hands.right) },
    face: channel(LAYOUT.face),
    boxes: new Float32Array(frames * BOX_STRIDE),
  };
}

export function channelTrackOf(track: Track, name: ChannelName): ChannelTrack<string> {
  switch (name) {
    case 'pose':
      return track.pose;
    case 'left_hand':
      return track.hands.left;
    case 'right_hand':
      return track.hands.right;
    case 'face':
      return track.face;
  }
}

/** Every array of a track, always in the same order: what to copy, or to transfer to another thread. */
export function arraysOf(
  track: Track,
): (Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>)[] {
  const ofChannels = CHANNEL_NAMES.flatMap((name) => {
    const { presence, confidence, gated, clamped, signals } = channelTrackOf(track, name);
    return [presence, confidence, gated, clamped, ...Object.values(signals)];
  });
  return [track.times, ...ofChannels, track.boxes];
}

/**
 * The frame that is shown at a time: the last that has begun, and the first before that.
 *
 * @param times seconds, growing
 * @returns an index into `times`; 0 where there are none
 */
export function frameAt(times: Float64Array, seconds: number): number {
  let first = 0;
  let last = times.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((times[middle] ?? 0) <= seconds) first = middle;
    else last = middle - 1;
  }
  return first;
}

/** Writes one frame of a track into `into`, without allocating. `index` is 0..frames - 1. */
export function readFrame(track: Track, index: number, into: LandmarkFrame): void {
  into.timeSeconds = track.times[index] ?? 0;
  readChannel(track.pose, index, into.pose);
  readChannel(track.hands.left, index, into.hands.left);
  readChannel(track.hands.right, index, into.hands.right);
  readChannel(track.face, index, into.face);
}

function readChannel(from: ChannelTrack<string>, index: number, into: ReturnType<typeof channelOf>): void {
  into.presence = PRESENCES[from.presence[index] ?? 0] ?? 'absent';
  into.confidence = from.confidence[index] ?? 0;
  into.gated = from.gated[index] === 1;
  into.clamped = from.clamped[index] === 1;
  for (const name in from.signals) {
    const source = from.signals[name];
    const target = into.signals[name];
    if (!source || !target) continue;
    const offset = index * target.length;
    for (let i = 0; i < target.length; i++) target[i] = source[offset + i] ?? 0;
  }
}
