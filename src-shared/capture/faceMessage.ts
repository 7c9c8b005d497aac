import { CAPTURE_CHANNEL_COUNT } from './captureFrame.ts';

/**
 * A live face on its way from host to studio, 256 bytes, little-endian: u8 version (1), u8 kind (1: face), u16 id of the
 * subject (`SubjectView.id`), f64 time in seconds by the phone's clock, 61 f32 channels in the order of
 * `CAPTURE_CHANNELS`.
 */
const VERSION = 1;
const KIND_FACE = 1;
const ID_OFFSET = 2;
const TIME_OFFSET = 4;
const CHANNELS_OFFSET = 12;
const FACE_MESSAGE_BYTES = CHANNELS_OFFSET + CAPTURE_CHANNEL_COUNT * 4;

/** @param subjectId 0..65535 */
export function encodeFaceMessage(
  channels: Float32Array,
  timeSeconds: number,
  subjectId: number,
): Uint8Array {
  const bytes = new Uint8Array(FACE_MESSAGE_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes[1] = KIND_FACE;
  view.setUint16(ID_OFFSET, subjectId, true);
  view.setFloat64(TIME_OFFSET, timeSeconds, true);
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++)
    view.setFloat32(CHANNELS_OFFSET + i * 4, channels[i] ?? 0, true);
  return bytes;
}

/**
 * Reads the channels into `channels`, which is reused. Returns the subject's id, or nothing for a message of another
 * kind, version or length.
 */
export function decodeFaceMessage(message: ArrayBuffer, channels: Float32Array): number | undefined {
  if (message.byteLength !== FACE_MESSAGE_BYTES) return undefined;
  const view = new DataView(message);
  if (view.getUint8(0) !== VERSION || view.getUint8(1) !== KIND_FACE) return undefined;
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++)
    channels[i] = view.getFloat32(CHANNELS_OFFSET + i * 4, true);
  return view.getUint16(ID_OFFSET, true);
}
