import { MimesisError } from '../../contract/index.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { encodeUtf8 } from '../utf8.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import {
  FACE_BYTES,
  LENGTH_BYTES,
  MAX_TEXT_BYTES,
  PACKET_VERSION,
  VALUE_BYTES,
  VALUE_COUNT,
  VERSION_BYTES,
} from './packetLayout.ts';

/** The rate that the app counts frames by, whatever rate it captures at. */
const APP_FRAME_RATE = 60;
/** Rates that are no whole numbers are whole thousands of frames in so many seconds: 29.97 is 30 000 / 1001. */
const FRACTIONAL_DENOMINATOR = 1001;
/** Largest sub-frame of Unreal's `FFrameTime`: the largest single-precision number below 1. */
const MAX_SUB_FRAME = 1 - 2 ** -24;
/** Far above the rounding error of a time of day in double precision, far below what a packet can tell apart. */
const FRAME_ROUNDING = 1e-6;

const channels = LIVE_LINK_FACE_NAMES.map((name) => channelNamed(name) ?? -1);

/**
 * A frame as the packet that Live Link Face would send; without a face, as a header alone. Its time is counted at the
 * frame's own rate, or at the app's where it has none.
 * @param frame time from 0 to 2^31 / rate seconds, channels finite
 * @throws MimesisError `usage` where the device id or the subject is longer than 255 bytes
 */
export function encodeLiveLinkFace(frame: CaptureFrame): Uint8Array {
  const deviceId = encodeName(frame.deviceId, 'device id');
  const subject = encodeName(frame.subject, 'subject');
  const headerBytes = VERSION_BYTES + 2 * LENGTH_BYTES + deviceId.length + subject.length;
  const packet = new Uint8Array(headerBytes + (frame.faceFound ? FACE_BYTES : 0));
  const view = new DataView(packet.buffer);
  view.setUint8(0, PACKET_VERSION);
  const subjectAt = writeName(view, VERSION_BYTES, deviceId);
  const faceAt = writeName(view, subjectAt, subject);
  if (frame.faceFound) writeFace(view, faceAt, frame);
  return packet;
}

function encodeName(text: string, what: string): Uint8Array {
  const bytes = encodeUtf8(text);
  if (bytes.length <= MAX_TEXT_BYTES) return bytes;
  throw new MimesisError('usage', `The ${what} "${text}" is too long.`, {
    remedy: `It may have ${MAX_TEXT_BYTES} bytes at most.`,
  });
}

function writeName(view: DataView, offset: number, name: Uint8Array): number {
  view.setUint32(offset, name.length);
  for (const [index, byte] of name.entries()) view.setUint8(offset + LENGTH_BYTES + index, byte);
  return offset + LENGTH_BYTES + name.length;
}

function writeFace(view: DataView, offset: number, frame: CaptureFrame): void {
  const rate = frame.frameRate || APP_FRAME_RATE;
  const denominator = Number.isInteger(rate) ? 1 : FRACTIONAL_DENOMINATOR;
  const numerator = Math.round(rate * denominator);
  const time = (frame.timeSeconds * numerator) / denominator;
  const frameNumber = Math.floor(time + FRAME_ROUNDING);
  view.setInt32(offset, frameNumber);
  view.setFloat32(offset + 4, Math.min(MAX_SUB_FRAME, Math.max(0, time - frameNumber)));
  view.setInt32(offset + 8, numerator);
  view.setInt32(offset + 12, denominator);
  view.setUint8(offset + 16, VALUE_COUNT);
  for (const [index, channel] of channels.entries()) {
    view.setFloat32(offset + 17 + index * VALUE_BYTES, frame.channels[channel] ?? 0);
  }
}
