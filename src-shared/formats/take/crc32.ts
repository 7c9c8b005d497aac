/** The reversed polynomial of ISO 3309 and ITU-T V.42, as in zlib, gzip and PNG (PNG specification, annex D). */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});

/** CRC-32 of the bytes from `start` to before `end`, as zlib's `crc32` gives it: 0..2^32 - 1. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let remainder = 0xffffffff;
  for (let i = start; i < end; i++) {
    remainder = (remainder >>> 8) ^ (TABLE[(remainder ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
