import { LIVE_LINK_FACE_NAMES } from './names.ts';

/**
 * Live Link Face, all numbers big-endian: u8 version, u32 length and bytes of the device id, u32 length and bytes of the
 * subject's name; then, where a face is seen, the time of the frame, u8 count of values, f32 values. The versions differ
 * in how they write the time (see frameTime.ts).
 * Sources: Unreal's AppleARKitFaceSupport, github:JimWest/PyLiveLinkFace.
 */
export const PACKET_VERSION = 6;
/** What apps of 2020 sent, until Unreal 4.25. */
export const OLDER_PACKET_VERSION = 5;
export const VERSION_BYTES = 1;
export const LENGTH_BYTES = 4;
/** Frame number, sub-frame, numerator and denominator of the rate. */
export const FRAME_TIME_BYTES = 16;
/** Hours, minutes, seconds, frames, whether it is a drop-frame timecode, rate. */
export const TIMECODE_BYTES = 21;
const COUNT_BYTES = 1;
export const VALUE_BYTES = 4;
export const VALUE_COUNT = LIVE_LINK_FACE_NAMES.length;
/** What follows the time. */
export const VALUES_BYTES = COUNT_BYTES + VALUE_COUNT * VALUE_BYTES;
export const FACE_BYTES = FRAME_TIME_BYTES + VALUES_BYTES;

/** Longest device id and longest name taken, in bytes. The protocol sets no limit; a UUID has 36. */
export const MAX_TEXT_BYTES = 255;
export const MAX_PACKET_BYTES =
  VERSION_BYTES + 2 * (LENGTH_BYTES + MAX_TEXT_BYTES) + TIMECODE_BYTES + VALUES_BYTES;
