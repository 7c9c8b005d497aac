const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
/** `e` and `E` differ in this bit alone. */
const LOWER_CASE = 0x20;
const LETTER_E = 0x65;
/** Largest number of single precision. */
const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/**
 * Reads the decimal number that stands in `bytes` from `from` to before `to`, such as `-12`, `+0.5` or `1.5e-7`, without
 * making a string of it. NaN for anything else, and for a number that has no room in single precision.
 */
export function readByteNumber(bytes: Uint8Array, from: number, to: number): number {
  const isNegative = bytes[from] === MINUS;
  let at = isNegative || bytes[from] === PLUS ? from + 1 : from;
  let mantissa = 0;
  let exponent = 0;
  const first = at;
  for (; at < to && isDigit(bytes[at]); at++) mantissa = mantissa * 10 + digit(bytes[at]);
  let digits = at - first;
  if (at < to && bytes[at] === POINT) {
    const point = at;
    for (at++; at < to && isDigit(bytes[at]); at++) mantissa = mantissa * 10 + digit(bytes[at]);
    exponent = point + 1 - at;
    digits -= exponent;
  }
  if (digits === 0) return Number.NaN;
  if (at < to && ((bytes[at] ?? 0) | LOWER_CASE) === LETTER_E) {
    exponent += readExponent(bytes, at + 1, to);
    at = to;
  }
  if (at !== to) return Number.NaN;
  const size = mantissa * 10 ** exponent;
  if (!(size <= LARGEST)) return Number.NaN;
  return isNegative ? -size : size;
}

function readExponent(bytes: Uint8Array, from: number, to: number): number {
  const isNegative = bytes[from] === MINUS;
  let at = isNegative || bytes[from] === PLUS ? from + 1 : from;
  if (at >= to) return Number.NaN;
  let exponent = 0;
  for (; at < to; at++) {
    if (!isDigit(bytes[at])) return Number.NaN;
    exponent = exponent * 10 + digit(bytes[at]);
  }
  return isNegative ? -exponent : exponent;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9;
}

function digit(byte: number | undefined): number {
  return (byte ?? 0) - DIGIT_0;
}
