import { LIVE_LINK_FACE_NAMES } from './names.ts';

/**
 * Live Link Face, version 6, all numbers big-endian:
 * u8 version, u32 length and bytes of the device id, u32 length and bytes of the subject's name; then, where a face is
 * seen, i32 frame number, f32 sub-frame, i32 / i32 frame rate, u8 count of values, f32 values.
 * Sources: Unreal's AppleARKitFaceSupport, github:JimWest/PyLiveLinkFace.
 */
export const PACKET_VERSION = 6;
export const VERSION_BYTES = 1;
export const LENGTH_BYTES = 4;
/** Frame number, sub-frame, numerator and denominator of the rate. */
export const FRAME_TIME_BYTES = 16;
const COUNT_BYTES = 1;
export const VALUE_BYTES = 4;
export const VALUE_COUNT = LIVE_LINK_FACE_NAMES.length;
export const FACE_BYTES = FRAME_TIME_BYTES + COUNT_BYTES + VALUE_COUNT * VALUE_BYTES;

/** Longest device id and longest name taken, in bytes. The protocol sets no limit; a UUID has 36. */
export const MAX_TEXT_BYTES = 255;
export const MAX_PACKET_BYTES = VERSION_BYTES + 2 * (LENGTH_BYTES + MAX_TEXT_BYTES) + FACE_BYTES;
