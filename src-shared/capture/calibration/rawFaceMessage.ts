import { CAPTURE_CHANNEL_COUNT } from '../captureFrame.ts';

/**
 * A raw face on its way to a studio that calibrates it, 248 bytes, little-endian: u8 version (1), u8 flags (16, which no
 * message of `frameMessage.ts` has), u16 id of the subject (`SubjectView.id`), 61 f32 channels in the order of
 * `CAPTURE_CHANNELS`, as they were sent.
 */
const VERSION = 1;
const RAW_FACE = 16;
const ID_OFFSET = 2;
const CHANNELS_OFFSET = 4;
const RAW_FACE_MESSAGE_BYTES = CHANNELS_OFFSET + CAPTURE_CHANNEL_COUNT * 4;

/** @param subjectId 0..65535 */
export function encodeRawFaceMessage(channels: Float32Array, subjectId: number): Uint8Array {
  const bytes = new Uint8Array(RAW_FACE_MESSAGE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, RAW_FACE);
  view.setUint16(ID_OFFSET, subjectId, true);
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++)
    view.setFloat32(CHANNELS_OFFSET + i * 4, channels[i] ?? 0, true);
  return bytes;
}

/**
 * Reads the channels into `channels`, which is reused. @returns the subject's id, or nothing for a message of another
 * kind, version or length
 */
export function decodeRawFaceMessage(message: Uint8Array, channels: Float32Array): number | undefined {
  if (message.byteLength !== RAW_FACE_MESSAGE_BYTES) return undefined;
  if (message[0] !== VERSION || message[1] !== RAW_FACE) return undefined;
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++)
    channels[i] = view.getFloat32(CHANNELS_OFFSET + i * 4, true);
  return view.getUint16(ID_OFFSET, true);
}
