/**
 * Open Sound Control 1.0 (https://opensoundcontrol.stanford.edu/spec-1_0.html), all numbers big-endian.
 *
 * A message is its address (a text that begins with `/`), a text of type tags that begins with `,`, and the arguments.
 * A text ends with a 0 and is filled up with zeros to a multiple of 4 bytes. A bundle is the text `#bundle`, a time of
 * 8 bytes, and elements: i32 length of the element, then a message or a bundle.
 */
export const BUNDLE_TAG = '#bundle';
/** Tag and time. */
export const BUNDLE_HEADER_BYTES = 16;
export const LENGTH_BYTES = 4;
/** The largest payload of a UDP packet over IPv4. */
export const MAX_PACKET_BYTES = 65_507;

export const paddedLength = (length: number): number => (length + 3) & ~3;
/** Bytes that a text of that length takes: at least one 0 ends it. */
export const textLength = (length: number): number => paddedLength(length + 1);
