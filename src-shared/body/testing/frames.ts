import {
  CHANNEL_NAMES,
  type ChannelName,
  channelOf,
  copyLandmarkFrame,
  createLandmarkFrame,
  HAND_IMAGE_STRIDE,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
} from '../landmarkFrame.ts';
import { POSE, SIDES } from '../landmarks.ts';

/** A frame in which every channel is tracked and every number is `value`; the head does not turn. */
export function flatFrame(timeSeconds: number, value: number): LandmarkFrame {
  const frame = createLandmarkFrame();
  frame.timeSeconds = timeSeconds;
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    channel.presence = 'tracked';
    channel.confidence = 1;
    for (const signal of Object.values(channel.signals)) signal.fill(value);
  }
  frame.face.signals.head.set([0, 0, 0, 1]);
  return frame;
}

/** Shoulder width of `personFrame` in frame heights, where the video is square. */
export const SHOULDERS = 0.2;

/** Somebody seen from the front, with hands of natural size at the chest, moved right by `x` of the frame's width. */
export function personFrame(timeSeconds: number, x = 0): LandmarkFrame {
  const frame = flatFrame(timeSeconds, 0.5);
  const { image } = frame.pose.signals;
  for (let i = 0; i < image.length; i += POSE_IMAGE_STRIDE) image.set([0.5 + x, 0.6, 0, 1], i);
  const move = (landmark: number, dx: number, dy: number): void =>
    image.set([0.5 + x + dx, 0.6 + dy], landmark * POSE_IMAGE_STRIDE);
  move(POSE.shoulder.left, SHOULDERS / 2, 0);
  move(POSE.shoulder.right, -SHOULDERS / 2, 0);
  move(POSE.nose, 0, -0.6 * SHOULDERS);
  for (const side of SIDES) {
    const hand = frame.hands[side].signals.image;
    for (let i = 0; i < hand.length; i += HAND_IMAGE_STRIDE) {
      const knuckles = i / (9 * HAND_IMAGE_STRIDE);
      hand.set([0.5 + x, 0.7 - 0.3 * SHOULDERS * knuckles, 0], i);
    }
  }
  return frame;
}

/** The frame without a channel. */
export function lose(frame: LandmarkFrame, ...names: readonly ChannelName[]): LandmarkFrame {
  for (const name of names) channelOf(frame, name).presence = 'absent';
  return frame;
}

export function copyOf(frame: LandmarkFrame): LandmarkFrame {
  const copy = createLandmarkFrame();
  copyLandmarkFrame(frame, copy);
  return copy;
}

/** The time after each of these intervals. */
export function timesAfter(intervals: readonly number[]): number[] {
  let time = 0;
  return intervals.map((interval) => {
    time += interval;
    return time;
  });
}
