import { ARKIT_BLENDSHAPE_COUNT } from '../face/index.ts';
import { HAND_LANDMARKS, POSE_LANDMARKS, type Side } from './landmarks.ts';

/** `tracked`: seen in this frame; `filled`: interpolated over a short gap; `absent`: no data, the arrays mean nothing. */
export type Presence = 'tracked' | 'filled' | 'absent';

/** One tracked thing in one frame: its presence, how far to trust it (0..1), and its preallocated numbers. */
export interface Channel<Signal extends string> {
  presence: Presence;
  confidence: number;
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

function createHand(): HandChannel {
  return {
    presence: 'absent',
    confidence: 0,
    signals: {
      image: new Float32Array(HAND_LANDMARKS.length * HAND_IMAGE_STRIDE),
      world: new Float32Array(HAND_LANDMARKS.length * WORLD_STRIDE),
    },
  };
}

export function createLandmarkFrame(): LandmarkFrame {
  return {
    timeSeconds: 0,
    pose: {
      presence: 'absent',
      confidence: 0,
      signals: {
        image: new Float32Array(POSE_LANDMARKS.length * POSE_IMAGE_STRIDE),
        world: new Float32Array(POSE_LANDMARKS.length * WORLD_STRIDE),
      },
    },
    hands: { left: createHand(), right: createHand() },
    face: {
      presence: 'absent',
      confidence: 0,
      signals: { blendshapes: new Float32Array(ARKIT_BLENDSHAPE_COUNT), head: new Float32Array(HEAD_LENGTH) },
    },
  };
}
