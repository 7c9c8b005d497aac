import type { CaptureFrame } from './captureFrame.ts';

/**
 * A frame between host and studio, little-endian: u8 version (1), u8 flags, u16 id of the subject (`SubjectView.id`), f64
 * time in seconds by the sender's clock; then, each where its flag says so, 61 f32 channels in the order of
 * `CAPTURE_CHANNELS`, 3 f32 of the head's position, 3 f32 of the pelvis and 4 f32 a joint in the order of `JOINTS`.
 */
const VERSION = 1;
const FLAGS = { face: 1, body: 2, headPosition: 4, timed: 8 } as const;
const ALL_FLAGS = FLAGS.face | FLAGS.body | FLAGS.headPosition | FLAGS.timed;
const ID_OFFSET = 2;
const TIME_OFFSET = 4;
const NUMBERS_OFFSET = 12;
const NUMBER_BYTES = 4;

/** @param subjectId 0..65535 */
export function encodeFrameMessage(frame: CaptureFrame, subjectId: number): Uint8Array<ArrayBuffer> {
  const flags = flagsOf(frame);
  const bytes = new Uint8Array(messageBytes(frame, flags));
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes[1] = flags;
  view.setUint16(ID_OFFSET, subjectId, true);
  view.setFloat64(TIME_OFFSET, frame.timeSeconds, true);
  let at = NUMBERS_OFFSET;
  for (const numbers of partsOf(frame, flags)) {
    for (let i = 0; i < numbers.length; i++, at += NUMBER_BYTES) view.setFloat32(at, numbers[i] ?? 0, true);
  }
  return bytes;
}

/**
 * Reads a frame into one that is reused; who sends it is left as it is.
 * @returns the subject's id; undefined for a message of another version or length, or with numbers that are none, of
 * which `into` may then hold a part
 */
export function decodeFrameMessage(message: Uint8Array, into: CaptureFrame): number | undefined {
  const flags = message[1] ?? 0;
  if (message[0] !== VERSION || (flags & ~ALL_FLAGS) !== 0) return undefined;
  if (message.byteLength !== messageBytes(into, flags)) return undefined;
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  let at = NUMBERS_OFFSET;
  for (const numbers of partsOf(into, flags)) {
    for (let i = 0; i < numbers.length; i++, at += NUMBER_BYTES) {
      const number = view.getFloat32(at, true);
      if (!Number.isFinite(number)) return undefined;
      numbers[i] = number;
    }
  }
  into.timeSeconds = view.getFloat64(TIME_OFFSET, true);
  if (!Number.isFinite(into.timeSeconds)) return undefined;
  into.isTimed = (flags & FLAGS.timed) !== 0;
  into.faceFound = (flags & FLAGS.face) !== 0;
  into.bodyFound = (flags & FLAGS.body) !== 0;
  into.hasHeadPosition = (flags & FLAGS.headPosition) !== 0;
  return view.getUint16(ID_OFFSET, true);
}

function flagsOf({ faceFound, bodyFound, hasHeadPosition, isTimed }: CaptureFrame): number {
  return (
    (faceFound ? FLAGS.face : 0) |
    (bodyFound ? FLAGS.body : 0) |
    (hasHeadPosition ? FLAGS.headPosition : 0) |
    (isTimed ? FLAGS.timed : 0)
  );
}

/** The numbers of a frame that its flags name, in the order of the message. */
function partsOf({ channels, headPosition, body }: CaptureFrame, flags: number): Float32Array[] {
  const parts: Float32Array[] = [];
  if ((flags & FLAGS.face) !== 0) parts.push(channels);
  if ((flags & FLAGS.headPosition) !== 0) parts.push(headPosition);
  if ((flags & FLAGS.body) !== 0) parts.push(body.pelvis, body.rotations);
  return parts;
}

function messageBytes(frame: CaptureFrame, flags: number): number {
  return partsOf(frame, flags).reduce((bytes, { length }) => bytes + NUMBER_BYTES * length, NUMBERS_OFFSET);
}
