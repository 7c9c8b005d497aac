import { CAPTURE_CHANNEL_COUNT, type CaptureFrame } from '../../capture/index.ts';
import { BODY_ROW_LENGTH } from './frameColumns.ts';
import { FRAME_FLAGS, HEAD_POSITION_LENGTH, PELVIS_LENGTH } from './frameLayout.ts';
import type { RecordedSubject } from './recordedTake.ts';

/**
 * Fills in a subject's frame as it was captured. Its time is the sender's; where the sender gave none, that on the take's
 * clock. What was not found stays as it was, but for the flags.
 * @param index of the frame; the take was read with its rows
 */
export function readRecordedFrame(subject: RecordedSubject, index: number, frame: CaptureFrame): void {
  const { description, flags, deviceTimes, times, channels, headPositions, bodies } = subject;
  const isSet = (flag: number): boolean => ((flags[index] ?? 0) & flag) !== 0;
  frame.deviceId = description.deviceId;
  frame.subject = description.subject;
  frame.frameRate = description.frameRate;
  frame.isTimed = isSet(FRAME_FLAGS.isTimed);
  frame.timeSeconds = (frame.isTimed ? deviceTimes : times)[index] ?? 0;
  frame.faceFound = isSet(FRAME_FLAGS.faceFound) && description.face !== null;
  frame.hasHeadPosition = isSet(FRAME_FLAGS.hasHeadPosition) && description.hasHeadPosition;
  frame.bodyFound = isSet(FRAME_FLAGS.bodyFound) && description.body !== null;
  if (frame.faceFound) frame.channels.set(rowOf(channels, index, CAPTURE_CHANNEL_COUNT));
  if (frame.hasHeadPosition) frame.headPosition.set(rowOf(headPositions, index, HEAD_POSITION_LENGTH));
  if (!frame.bodyFound) return;
  const body = rowOf(bodies, index, BODY_ROW_LENGTH);
  frame.body.pelvis.set(body.subarray(0, PELVIS_LENGTH));
  frame.body.rotations.set(body.subarray(PELVIS_LENGTH));
}

const rowOf = (values: Float32Array, index: number, length: number): Float32Array =>
  values.subarray(index * length, (index + 1) * length);
