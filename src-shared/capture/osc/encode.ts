import { MimesisError } from '../../contract/index.ts';
import { encodeUtf8 } from '../utf8.ts';
import { BUNDLE_HEADER_BYTES, BUNDLE_TAG, LENGTH_BYTES, paddedLength, textLength } from './layout.ts';

/**
 * An argument by its OSC type tag: i and h whole numbers of 32 and 64 bits, f and d floats of 32 and 64 bits, t a time
 * as the 64 bits of an NTP time stamp, s a text, b bytes, T true, F false, N nothing, I an impulse.
 */
export type OscArgument =
  | { readonly type: 'i' | 'f' | 'h' | 'd' | 't'; readonly value: number }
  | { readonly type: 's'; readonly value: string }
  | { readonly type: 'b'; readonly value: Uint8Array }
  | { readonly type: 'T' | 'F' | 'N' | 'I' };

/**
 * A message as bytes.
 * @param address begins with `/`
 * @throws MimesisError `usage` for a text with a 0 character, and for a whole number that i, h or t cannot hold
 */
export function encodeOscMessage(address: string, args: readonly OscArgument[] = []): Uint8Array {
  const parts = [
    textBytes(address),
    textBytes(`,${args.map(({ type }) => type).join('')}`),
    ...args.map(argumentBytes),
  ];
  return joined(parts);
}

/** Messages or bundles as one bundle, to be used at once when it arrives. */
export function encodeOscBundle(elements: readonly Uint8Array[]): Uint8Array {
  const header = new Uint8Array(BUNDLE_HEADER_BYTES);
  header.set(encodeUtf8(BUNDLE_TAG));
  // The time 1 says "immediately".
  header[BUNDLE_HEADER_BYTES - 1] = 1;
  return joined([header, ...elements.flatMap((element) => [int32Bytes(element.length), element])]);
}

function argumentBytes(argument: OscArgument): Uint8Array {
  switch (argument.type) {
    case 'i':
      return int32Bytes(wholeNumber(argument.value, -(2 ** 31), 2 ** 31 - 1));
    case 'h':
      return int64Bytes(wholeNumber(argument.value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER));
    case 't':
      return int64Bytes(wholeNumber(argument.value, 0, Number.MAX_SAFE_INTEGER));
    case 'f':
      return written(4, (view) => view.setFloat32(0, argument.value));
    case 'd':
      return written(8, (view) => view.setFloat64(0, argument.value));
    case 's':
      return textBytes(argument.value);
    case 'b':
      return blobBytes(argument.value);
    default:
      return new Uint8Array();
  }
}

function textBytes(text: string): Uint8Array {
  if (text.includes('\0')) throw new MimesisError('usage', 'An OSC text cannot hold a 0 character.');
  const utf8 = encodeUtf8(text);
  const bytes = new Uint8Array(textLength(utf8.length));
  bytes.set(utf8);
  return bytes;
}

function blobBytes(blob: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LENGTH_BYTES + paddedLength(blob.length));
  bytes.set(int32Bytes(blob.length));
  bytes.set(blob, LENGTH_BYTES);
  return bytes;
}

const int32Bytes = (value: number): Uint8Array => written(4, (view) => view.setInt32(0, value));

function int64Bytes(value: number): Uint8Array {
  return written(8, (view) => view.setBigInt64(0, BigInt(value)));
}

function wholeNumber(value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new MimesisError('usage', `${value} is no whole number that OSC can send here.`);
}

function written(length: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
