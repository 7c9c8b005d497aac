import { ARKIT_BLENDSHAPE_COUNT } from '../face/index.ts';
import { HAND_LANDMARKS, POSE_LANDMARKS, type Side } from './landmarks.ts';

/**
 * `tracked`: seen in this frame; `filled`: interpolated over a short gap; `absent`: no data, the arrays mean nothing. The
 * better seen, the later.
 */
export const PRESENCES = ['absent', 'filled', 'tracked'] as const;
export type Presence = (typeof PRESENCES)[number];

/** One tracked thing in one frame: its presence, how far to trust it (0..1), and its preallocated numbers. */
export interface Channel<Signal extends string> {
  presence: Presence;
  confidence: number;
  /** Found, but with too little confidence to be used. */
  gated: boolean;
  /** Moved faster than a body can; held back. */
  clamped: boolean;
  readonly signals: Readonly<Record<Signal, Float32Array>>;
}

/** `image`: x, y, z, visibility per landmark; `world`: x, y, z in metres from the hips' middle. */
export type PoseChannel = Channel<'image' | 'world'>;
/** `image`: x, y, z per landmark; `world`: x, y, z in metres from the hand's centre. */
export type HandChannel = Channel<'image' | 'world'>;
/** `blendshapes`: 52 ARKit coefficients 0..1; `head`: unit quaternion x, y, z, w, then translation x, y, z in metres. */
export type FaceChannel = Channel<'blendshapes' | 'head'>;

/**
 * Everything a tracker knows of one video frame. Image x and y are fractions of the frame's width and height, origin
 * top left; image z is in the scale of x. World axes are MediaPipe's: x right, y down, z away from the camera.
 */
export interface LandmarkFrame {
  /** Presentation time in seconds from the start of the video. */
  timeSeconds: number;
  readonly pose: PoseChannel;
  readonly hands: Readonly<Record<Side, HandChannel>>;
  readonly face: FaceChannel;
}

export const POSE_IMAGE_STRIDE = 4;
export const HAND_IMAGE_STRIDE = 3;
export const WORLD_STRIDE = 3;
export const HEAD_LENGTH = 7;

export const CHANNEL_NAMES = ['pose', 'left_hand', 'right_hand', 'face'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

export function channelOf(frame: LandmarkFrame, name: ChannelName): Channel<string> {
  switch (name) {
    case 'pose':
      return frame.pose;
    case 'left_hand':
      return frame.hands.left;
    case 'right_hand':
      return frame.hands.right;
    case 'face':
      return frame.face;
  }
}

function createChannel<Signal extends string>(signals: Record<Signal, Float32Array>): Channel<Signal> {
  return { presence: 'absent', confidence: 0, gated: false, clamped: false, signals };
}

const createHand = (): HandChannel =>
  createChannel({
    image: new Float32Array(HAND_LANDMARKS.length * HAND_IMAGE_STRIDE),
    world: new Float32Array(HAND_LANDMARKS.length * WORLD_STRIDE),
  });

export function createLandmarkFrame(): LandmarkFrame {
  return {
    timeSeconds: 0,
    pose: createChannel({
      image: new Float32Array(POSE_LANDMARKS.length * POSE_IMAGE_STRIDE),
      world: new Float32Array(POSE_LANDMARKS.length * WORLD_STRIDE),
    }),
    hands: { left: createHand(), right: createHand() },
    face: createChannel({
      blendshapes: new Float32Array(ARKIT_BLENDSHAPE_COUNT),
      head: new Float32Array(HEAD_LENGTH),
    }),
  };
}

/** Leaves a frame with nothing in it. */
export function clearLandmarkFrame(frame: LandmarkFrame): void {
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    channel.presence = 'absent';
    channel.confidence = 0;
    channel.gated = false;
    channel.clamped = false;
  }
}

function copyChannel(from: Channel<string>, to: Channel<string>): void {
  to.presence = from.presence;
  to.confidence = from.confidence;
  to.gated = from.gated;
  to.clamped = from.clamped;
  for (const name in from.signals) {
    const signal = from.signals[name];
    if (signal) to.signals[name]?.set(signal);
  }
}

export function copyLandmarkFrame(from: LandmarkFrame, to: LandmarkFrame): void {
  to.timeSeconds = from.timeSeconds;
  for (const name of CHANNEL_NAMES) copyChannel(channelOf(from, name), channelOf(to, name));
}
