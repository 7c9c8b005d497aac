import { createSkeletonPose, type SkeletonPose } from '../body/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../face/index.ts';

/** Rotations of the head and the eyes. */
const ROTATION_CHANNELS = [
  'headYaw',
  'headPitch',
  'headRoll',
  'leftEyeYaw',
  'leftEyePitch',
  'leftEyeRoll',
  'rightEyeYaw',
  'rightEyePitch',
  'rightEyeRoll',
] as const;

/** What a phone tells of a face: the 52 coefficients in the order of `ARKIT_BLENDSHAPES`, then 9 rotations. */
export const CAPTURE_CHANNELS = [...ARKIT_BLENDSHAPES, ...ROTATION_CHANNELS] as const;

export type CaptureChannel = (typeof CAPTURE_CHANNELS)[number];

export const CAPTURE_CHANNEL_COUNT = CAPTURE_CHANNELS.length;

/** Position of each channel in `CaptureFrame.channels`. */
export const CAPTURE_CHANNEL_INDEX: ReadonlyMap<string, number> = new Map(
  CAPTURE_CHANNELS.map((name, index) => [name, index]),
);

/** One moment of one performer, as a sender tells it. Made once and filled anew for each packet. */
export interface CaptureFrame {
  /** The sender's own id, a UUID in most apps; empty where the protocol has none. */
  deviceId: string;
  /** The name that the user gave to the phone or the actor; empty where the protocol has none. */
  subject: string;
  /** Whether the sender gives its frames a time; where false, `timeSeconds` is for the receiver to fill. */
  isTimed: boolean;
  /** Time of the frame by the sender's clock, in seconds. */
  timeSeconds: number;
  /** Frames a second that the sender counts its time in; 0 where it does not say. */
  frameRate: number;
  /** Where false, no face is seen: channels mean nothing. */
  faceFound: boolean;
  /** Every channel, in the order of `CAPTURE_CHANNELS`. The arrays below are parts of it. */
  readonly channels: Float32Array;
  /** 52 coefficients as sent: 0..1 by definition, yet real phones go a little past 1. */
  readonly blendshapes: Float32Array;
  /**
   * Yaw, pitch, roll in radians, in the signs of Live Link Face: of the eyes, positive yaw looks to the subject's
   * right and positive pitch down (measured on a real take).
   */
  readonly head: Float32Array;
  readonly leftEye: Float32Array;
  readonly rightEye: Float32Array;
  /** Whether the sender tells where the head is. */
  hasHeadPosition: boolean;
  /** Metres from where the sender measures: x to the picture's right, y up, z towards the camera. */
  readonly headPosition: Float32Array;
  /** Where false, nothing of the body is seen: `body` means nothing. */
  bodyFound: boolean;
  /** Body and hands. */
  readonly body: SkeletonPose;
}

const ROTATION_LENGTH = 3;

export function createCaptureFrame(): CaptureFrame {
  const channels = new Float32Array(CAPTURE_CHANNEL_COUNT);
  const rotation = (first: CaptureChannel): Float32Array => {
    const start = CAPTURE_CHANNELS.indexOf(first);
    return channels.subarray(start, start + ROTATION_LENGTH);
  };
  return {
    deviceId: '',
    subject: '',
    isTimed: false,
    timeSeconds: 0,
    frameRate: 0,
    faceFound: false,
    channels,
    blendshapes: channels.subarray(0, ARKIT_BLENDSHAPE_COUNT),
    head: rotation('headYaw'),
    leftEye: rotation('leftEyeYaw'),
    rightEye: rotation('rightEyeYaw'),
    hasHeadPosition: false,
    headPosition: new Float32Array(3),
    bodyFound: false,
    body: createSkeletonPose(),
  };
}

export function copyCaptureFrame(from: CaptureFrame, to: CaptureFrame): void {
  to.deviceId = from.deviceId;
  to.subject = from.subject;
  to.isTimed = from.isTimed;
  to.timeSeconds = from.timeSeconds;
  to.frameRate = from.frameRate;
  to.faceFound = from.faceFound;
  to.channels.set(from.channels);
  to.hasHeadPosition = from.hasHeadPosition;
  to.headPosition.set(from.headPosition);
  to.bodyFound = from.bodyFound;
  to.body.rotations.set(from.body.rotations);
  to.body.pelvis.set(from.body.pelvis);
}
