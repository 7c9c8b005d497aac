import type { ByteNames } from '../byteNames.ts';
import { decodeUtf8 } from '../utf8.ts';
import { paddedLength, textLength } from './layout.ts';

/** Arguments that are kept of a message; further ones are read past, into the place after them. */
const MAX_ARGUMENTS = 64;
const PLACES = MAX_ARGUMENTS + 1;
const TWO_TO_32 = 2 ** 32;

/** A text as a place in the packet. */
interface Span {
  start: number;
  end: number;
}

/**
 * One message of a packet, with its arguments. There is one object for all messages: what it says holds until the next
 * message is read. Nothing is allocated but by `address` and `textAt`.
 */
export class OscMessage {
  argumentCount = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #address: Span = { start: 0, end: 0 };
  readonly #tags: Span = { start: 0, end: 0 };
  readonly #numbers = new Float64Array(PLACES);
  readonly #texts: readonly Span[] = Array.from({ length: PLACES }, () => ({ start: 0, end: -1 }));

  /** @param bytes what messages are read from */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get address(): string {
    return decodeUtf8(this.#bytes.subarray(this.#address.start, this.#address.end)) ?? '';
  }

  /** The number of the address among names; -1 where it is none of them. */
  addressIn(names: ByteNames): number {
    return names(this.#bytes, this.#address.start, this.#address.end);
  }

  /** @param prefix ASCII */
  addressBeginsWith(prefix: string): boolean {
    const { start, end } = this.#address;
    if (end - start < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (this.#bytes[start + i] !== prefix.charCodeAt(i)) return false;
    return true;
  }

  /** An argument of the types i, f, h, d or t as a number, T as 1 and F as 0; NaN for any other or none. */
  numberAt(index: number): number {
    return index < this.argumentCount ? (this.#numbers[index] ?? Number.NaN) : Number.NaN;
  }

  isTextAt(index: number): boolean {
    const text = this.#texts[index];
    return index < this.argumentCount && text !== undefined && text.end >= text.start;
  }

  /** An argument of the types s or S; undefined for any other, none, or one that is no UTF-8. */
  textAt(index: number): string | undefined {
    const text = this.#texts[index];
    if (!text || !this.isTextAt(index)) return undefined;
    return decodeUtf8(this.#bytes.subarray(text.start, text.end));
  }

  /** The number of a text argument among names; -1 where it is no text or none of them. */
  textIn(index: number, names: ByteNames): number {
    const text = this.#texts[index];
    return text && this.isTextAt(index) ? names(this.#bytes, text.start, text.end) : -1;
  }

  /** Reads the message that lies from `start` up to `end`. Returns false where it cannot be read. */
  read(start: number, end: number): boolean {
    this.argumentCount = 0;
    if (this.#bytes[start] !== SLASH) return false;
    const tagsAt = this.#readText(start, end, this.#address);
    if (tagsAt < 0) return false;
    // The specification lets old senders leave the type tags out; then nobody can tell the arguments.
    if (tagsAt >= end || this.#bytes[tagsAt] !== COMMA) return true;
    let at = this.#readText(tagsAt, end, this.#tags);
    if (at < 0) return false;
    for (let tag = this.#tags.start + 1; tag < this.#tags.end; tag++) {
      at = this.#readArgument(this.#bytes[tag] ?? 0, at, end);
      if (at < 0) return false;
    }
    return true;
  }

  /** Returns where the text's padding ends, or -1. */
  #readText(start: number, end: number, text: Span): number {
    let at = start;
    while (at < end && this.#bytes[at] !== 0) at++;
    const next = start + textLength(at - start);
    if (next > end) return -1;
    text.start = start;
    text.end = at;
    return next;
  }

  /** Returns where the argument ends, or -1. */
  #readArgument(tag: number, at: number, end: number): number {
    // Brackets group arguments into arrays and take no bytes.
    if (tag === OPEN_BRACKET || tag === CLOSE_BRACKET) return at;
    const index = this.argumentCount;
    const text = this.#texts[index] ?? { start: 0, end: 0 };
    text.start = 0;
    text.end = -1;
    const next = this.#endOfArgument(tag, at, end, text);
    if (next < 0 || next > end) return -1;
    this.#numbers[index] = this.#numberOf(tag, at);
    if (this.argumentCount < MAX_ARGUMENTS) this.argumentCount += 1;
    return next;
  }

  #endOfArgument(tag: number, at: number, end: number, text: Span): number {
    switch (tag) {
      case INT32:
      case FLOAT32:
      case CHARACTER:
      case COLOUR:
      case MIDI:
        return at + 4;
      case INT64:
      case FLOAT64:
      case TIME:
        return at + 8;
      case TEXT:
      case SYMBOL:
        return this.#readText(at, end, text);
      case BLOB: {
        if (at + 4 > end) return -1;
        const length = this.#view.getInt32(at);
        return length < 0 ? -1 : at + 4 + paddedLength(length);
      }
      case TRUE:
      case FALSE:
      case NIL:
      case INFINITUM:
        return at;
      default:
        return -1;
    }
  }

  #numberOf(tag: number, at: number): number {
    switch (tag) {
      case INT32:
        return this.#view.getInt32(at);
      case FLOAT32:
        return this.#view.getFloat32(at);
      case INT64:
        return this.#view.getInt32(at) * TWO_TO_32 + this.#view.getUint32(at + 4);
      case TIME:
        return this.#view.getUint32(at) * TWO_TO_32 + this.#view.getUint32(at + 4);
      case FLOAT64:
        return this.#view.getFloat64(at);
      case TRUE:
        return 1;
      case FALSE:
        return 0;
      default:
        return Number.NaN;
    }
  }
}

const code = (letter: string): number => letter.charCodeAt(0);
const SLASH = code('/');
const COMMA = code(',');
const OPEN_BRACKET = code('[');
const CLOSE_BRACKET = code(']');
const INT32 = code('i');
const FLOAT32 = code('f');
const TEXT = code('s');
const BLOB = code('b');
const INT64 = code('h');
const TIME = code('t');
const FLOAT64 = code('d');
const SYMBOL = code('S');
const CHARACTER = code('c');
const COLOUR = code('r');
const MIDI = code('m');
const TRUE = code('T');
const FALSE = code('F');
const NIL = code('N');
const INFINITUM = code('I');
