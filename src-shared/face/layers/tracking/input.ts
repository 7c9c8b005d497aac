import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../../arkit.ts';
import { type FaceRegion, REGION_INDEX, regionOf } from '../../regions/index.ts';

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

/** Channels of a tracked face: 52 coefficients, head yaw, pitch, roll, then yaw and pitch of the left and of the right eye. */
export const HEAD = ARKIT_BLENDSHAPE_COUNT;
export const EYES = HEAD + 3;
export const CHANNELS = EYES + 4;

const MOST_ANGLE = Math.PI / 2;

/** What was seen last. */
export interface SeenFace {
  /** All channels within their limits; NaN where a channel is not seen. */
  readonly channels: Float64Array;
  /** Whether anything of it is other than before. */
  isNew: boolean;
  /** The regions of which anything is seen, as bits. */
  regions: number;
  eyesMeasured: boolean;
}

export function createSeenFace(): SeenFace {
  const channels = new Float64Array(CHANNELS).fill(Number.NaN);
  return { channels, isNew: true, regions: 0, eyesMeasured: false };
}

/** What has changed of a face: some value, and which channels are seen. */
const MOVED = 1;
const APPEARED = 2;

/** Takes over what is seen now. */
export function see({ blendshapes, head, leftEye, rightEye }: TrackingInput, face: SeenFace): void {
  const { channels } = face;
  let changes = readInto(channels, blendshapes, 0, HEAD, 1);
  changes |= readAngles(channels, head, HEAD, EYES);
  changes |= readAngles(channels, leftEye, EYES, EYES + 2);
  changes |= readAngles(channels, rightEye, EYES + 2, CHANNELS);
  face.isNew = changes !== 0;
  if ((changes & APPEARED) === 0) return;
  face.regions = regionsOf(channels);
  face.eyesMeasured = areSeen(channels, EYES, CHANNELS);
}

function readAngles(
  channels: Float64Array,
  angles: ArrayLike<number> | undefined,
  first: number,
  end: number,
): number {
  if (angles) return readInto(channels, angles, first, end, MOST_ANGLE);
  let changes = 0;
  for (let i = first; i < end; i++) {
    if (Number.isNaN(channels[i] ?? 0)) continue;
    channels[i] = Number.NaN;
    changes = MOVED | APPEARED;
  }
  return changes;
}

/**
 * @param most what is kept is within 0 and this for coefficients, within it on both sides for angles
 * @returns what has changed
 */
function readInto(
  channels: Float64Array,
  values: ArrayLike<number>,
  first: number,
  end: number,
  most: number,
): number {
  const least = first < HEAD ? 0 : -most;
  let changes = 0;
  for (let i = first; i < end; i++) {
    const before = channels[i] ?? 0;
    let value = values[i - first] ?? Number.NaN;
    if (value === before) continue;
    if (!(value >= least && value <= most)) value = limited(value, least, most);
    if (Number.isNaN(value) !== Number.isNaN(before)) changes |= MOVED | APPEARED;
    else if (value === before || Number.isNaN(value)) continue;
    changes |= MOVED;
    channels[i] = value;
  }
  return changes;
}

function limited(value: number, least: number, most: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  return value < least ? least : most;
}

function regionsOf(channels: Float64Array): number {
  let regions = 0;
  for (let i = 0; i < channels.length; i++) {
    const value = channels[i] ?? 0;
    if (!Number.isNaN(value)) regions |= REGION_BITS[i] ?? 0;
  }
  return regions;
}

function areSeen(channels: Float64Array, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (Number.isNaN(channels[i] ?? 0)) return false;
  return true;
}

export function regionOfChannel(channel: number): FaceRegion {
  const name = ARKIT_BLENDSHAPES[channel];
  if (name) return regionOf(name);
  return channel < EYES ? 'head' : 'gaze';
}

/** Of each channel, its region as a bit. */
const REGION_BITS = Uint8Array.from(
  { length: CHANNELS },
  (_, channel) => 1 << REGION_INDEX[regionOfChannel(channel)],
);
