import { readByteNumber } from './byteNumber.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const SPACE = 0x20;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const TRUE = Uint8Array.from('true', (character) => character.charCodeAt(0));
const FALSE = Uint8Array.from('false', (character) => character.charCodeAt(0));

/**
 * Reads JSON from its bytes without making an object or a string, for messages that come sixty times a second. Enter an
 * object, call `nextKey` while it is true, and read or skip the value of each key; arrays in the same way with
 * `nextItem`. Where something else stands than was asked for, `isSound` becomes false, and all that follows reads nothing.
 * Escapes in strings are not resolved, and what is skipped is checked no further than for its end.
 */
export class JsonReader {
  /** Where the last key or string stands, without its quotes. */
  textFrom = 0;
  textTo = 0;
  isSound = true;
  private bytes: Uint8Array;
  private at = 0;
  private isFirst = true;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Begins anew with other bytes. */
  restart(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.at = 0;
    this.isSound = true;
  }

  enterObject(): void {
    this.isFirst = this.take(OPEN_OBJECT);
  }

  enterArray(): void {
    this.isFirst = this.take(OPEN_ARRAY);
  }

  /** Goes on to the next key; false where the object ends. */
  nextKey(): boolean {
    if (!this.next(CLOSE_OBJECT)) return false;
    this.readString();
    return this.take(COLON);
  }

  /** Goes on to the next item; false where the array ends. */
  nextItem(): boolean {
    return this.next(CLOSE_ARRAY);
  }

  readString(): void {
    if (!this.take(QUOTE)) return;
    this.textFrom = this.at;
    while (this.at < this.bytes.length && this.bytes[this.at] !== QUOTE)
      this.at += this.bytes[this.at] === BACKSLASH ? 2 : 1;
    this.at = Math.min(this.at, this.bytes.length);
    this.textTo = this.at;
    if (this.at === this.bytes.length) this.isSound = false;
    else this.at += 1;
  }

  /**
   * Writes a number that has room in single precision to `out[index]`; NaN where none stands. It is not returned, for that
   * would cost an object.
   */
  readNumber(out: Float64Array, index: number): void {
    this.skipSpace();
    const from = this.at;
    this.skipWord();
    out[index] = this.isSound ? readByteNumber(this.bytes, from, this.at) : Number.NaN;
    if (Number.isNaN(out[index])) this.isSound = false;
  }

  readBoolean(): boolean {
    this.skipSpace();
    const from = this.at;
    this.skipWord();
    const isTrue = this.isWord(TRUE, from);
    if (!isTrue && !this.isWord(FALSE, from)) this.isSound = false;
    return isTrue;
  }

  /** Passes over a value of any kind. */
  skipValue(): void {
    let depth = 0;
    do depth += this.skipToken(depth > 0);
    while (depth > 0 && this.isSound);
    if (depth < 0) this.isSound = false;
  }

  /** Whether everything was read, and all of it was sound. */
  isComplete(): boolean {
    this.skipSpace();
    return this.isSound && this.at === this.bytes.length;
  }

  /** @returns how much deeper the text lies after the token than before it */
  private skipToken(isInside: boolean): number {
    this.skipSpace();
    const from = this.at;
    const byte = this.bytes[from];
    if (byte === QUOTE) this.readString();
    else if (byte !== undefined && isStructure(byte)) this.at += 1;
    else this.skipWord();
    if (this.at === from || (isSeparator(byte) && !isInside)) this.isSound = false;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return 1;
    return byte === CLOSE_OBJECT || byte === CLOSE_ARRAY ? -1 : 0;
  }

  private next(close: number): boolean {
    this.skipSpace();
    if (this.isSound && this.bytes[this.at] === close) {
      this.at += 1;
      this.isFirst = false;
      return false;
    }
    if (this.isFirst) this.isFirst = false;
    else this.take(COMMA);
    return this.isSound;
  }

  private take(byte: number): boolean {
    this.skipSpace();
    if (this.bytes[this.at] !== byte) this.isSound = false;
    if (this.isSound) this.at += 1;
    return this.isSound;
  }

  private skipSpace(): void {
    while (isSpace(this.bytes[this.at])) this.at += 1;
  }

  /** A number, `true`, `false` or `null`: up to the next white space, mark or quote. */
  private skipWord(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte <= SPACE || byte === QUOTE || isStructure(byte)) return;
      this.at += 1;
    }
  }

  private isWord(word: Uint8Array, from: number): boolean {
    if (!this.isSound || this.at - from !== word.length) return false;
    for (let i = 0; i < word.length; i++) if (this.bytes[from + i] !== word[i]) return false;
    return true;
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && byte <= SPACE;
}

function isSeparator(byte: number | undefined): boolean {
  return byte === COMMA || byte === COLON;
}

function isStructure(byte: number): boolean {
  return (
    isSeparator(byte) ||
    byte === OPEN_OBJECT ||
    byte === CLOSE_OBJECT ||
    byte === OPEN_ARRAY ||
    byte === CLOSE_ARRAY
  );
}
