import { MimesisError } from '../../contract/index.ts';
import { crc32 } from './crc32.ts';
import {
  CHUNK,
  CHUNK_FRAME_BYTES,
  CHUNK_HEAD_BYTES,
  FILE_HEAD_BYTES,
  MAGIC,
  MAX_PAYLOAD_BYTES,
  SYNC,
  startsWith,
  VERSION,
  viewOf,
} from './layout.ts';

/** A whole chunk whose checksum is right. `payload` is only valid until the next bytes are pushed. */
export interface Chunk {
  /** Four letters. */
  readonly type: string;
  readonly sequence: number;
  readonly payload: Uint8Array;
}

/** Bytes between whole chunks that could not be read. */
export interface Damage {
  readonly fromByte: number;
  /** Where it can be read again. */
  readonly toByte: number;
  /** Chunks that were in between, by their numbers. */
  readonly lostChunks: number;
}

/**
 * What is behind the last whole chunk. `whole`: nothing; `torn`: a chunk that is cut off; `damaged`: bytes that are no
 * chunk, or do not match their checksum.
 */
export interface TakeTail {
  readonly keptBytes: number;
  readonly lostBytes: number;
  readonly reason: 'whole' | 'torn' | 'damaged';
}

export interface ChunkVisitor {
  chunk(chunk: Chunk): void;
  damage(damage: Damage): void;
}

type Finding = 'whole' | 'torn' | 'damaged';

const FIRST_BUFFER_BYTES = 4096;
/**
 * Checksums of what turns out to be no chunk, in bytes, before the rest of a file counts as lost: some, and four times
 * what has been read. True damage costs at most once what was read; more is a file made to keep a reader busy.
 */
const FREE_CHECKS_BYTES = 64 * 2 ** 20;
const CHECKS_PER_BYTE = 4;

/**
 * Finds the chunks of a take file in bytes that come in pieces of any size. Behind damage it goes on with the next
 * whole chunk of a higher number. Holds little more than one chunk and one piece.
 */
export class ChunkReader {
  readonly #visitor: ChunkVisitor;
  #buffer = new Uint8Array(FIRST_BUFFER_BYTES);
  #view = viewOf(this.#buffer);
  #start = 0;
  #end = 0;
  /** Where in the file `#start` is. */
  #position = 0;
  #keptBytes = 0;
  #nextSequence = 0;
  #isHeadPassed = false;
  /** What was found behind the last whole chunk, where that is no chunk. */
  #trouble: Finding | undefined;
  #wastedBytes = 0;
  #hasGivenUp = false;

  constructor(visitor: ChunkVisitor) {
    this.#visitor = visitor;
  }

  /** The number for a chunk behind those that were read. */
  get nextSequence(): number {
    return this.#nextSequence;
  }

  /** Throws `invalid_take` for a file of a newer version. */
  push(bytes: Uint8Array): void {
    if (this.#hasGivenUp) {
      this.#position += bytes.length;
      return;
    }
    this.#append(bytes);
    this.#read(false);
  }

  /** To be called behind the last bytes. Throws `invalid_take` for a file of a newer version. */
  finish(): TakeTail {
    this.#read(true);
    const total = this.#position + (this.#end - this.#start);
    const lostBytes = total - this.#keptBytes;
    const reason = lostBytes === 0 ? 'whole' : (this.#trouble ?? 'damaged');
    return { keptBytes: this.#keptBytes, lostBytes, reason };
  }

  #append(bytes: Uint8Array): void {
    const held = this.#end - this.#start;
    if (this.#end + bytes.length > this.#buffer.length) {
      const needed = held + bytes.length;
      const target = needed > this.#buffer.length ? new Uint8Array(2 * needed) : this.#buffer;
      target.set(this.#buffer.subarray(this.#start, this.#end));
      if (target !== this.#buffer) {
        this.#buffer = target;
        this.#view = viewOf(target);
      }
      this.#start = 0;
      this.#end = held;
    }
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  #read(isLast: boolean): void {
    if (!this.#isHeadPassed && !this.#passHead(isLast)) return;
    while (this.#start < this.#end && !this.#hasGivenUp) {
      const finding = this.#look();
      if (finding === 'torn' && !isLast) return;
      if (finding === 'whole') this.#take();
      else this.#skip(finding);
    }
  }

  /** False where more bytes are needed. A head that is damaged is damage like any other. */
  #passHead(isLast: boolean): boolean {
    const held = this.#end - this.#start;
    if (held < FILE_HEAD_BYTES && !isLast) return false;
    this.#isHeadPassed = true;
    const end = this.#start + FILE_HEAD_BYTES;
    const isSound =
      held >= FILE_HEAD_BYTES &&
      startsWith(this.#buffer, this.#start, MAGIC) &&
      crc32(this.#buffer, this.#start, end - 4) === this.#view.getUint32(end - 4, true);
    if (!isSound) {
      if (held < FILE_HEAD_BYTES) this.#trouble = 'torn';
      return true;
    }
    if (this.#view.getUint32(this.#start + MAGIC.length, true) > VERSION) {
      throw new MimesisError('invalid_take', 'The take was recorded by a newer version of Mimesis Studio.', {
        remedy: 'Update Mimesis Studio.',
      });
    }
    this.#advance(FILE_HEAD_BYTES);
    this.#keptBytes = this.#position;
    return true;
  }

  /** Whether a chunk lies at the start of what is held; `torn` where it may be one that goes on. */
  #look(): Finding {
    const held = this.#end - this.#start;
    const at = this.#start;
    if (!startsWith(this.#buffer, at, SYNC.subarray(0, Math.min(held, SYNC.length)))) return 'damaged';
    if (held < CHUNK_HEAD_BYTES) return 'torn';
    const bytes = this.#payloadBytes();
    if (bytes > MAX_PAYLOAD_BYTES || this.#sequence() < this.#nextSequence) return 'damaged';
    if (held < CHUNK_FRAME_BYTES + bytes) return 'torn';
    const end = at + CHUNK_HEAD_BYTES + bytes;
    if (crc32(this.#buffer, at, end) === this.#view.getUint32(end, true)) return 'whole';
    this.#wastedBytes += bytes;
    this.#hasGivenUp = this.#wastedBytes > FREE_CHECKS_BYTES + CHECKS_PER_BYTE * this.#position;
    return 'damaged';
  }

  #take(): void {
    const sequence = this.#sequence();
    const lostChunks = sequence - this.#nextSequence;
    if (this.#keptBytes < this.#position || lostChunks > 0) {
      this.#visitor.damage({ fromByte: this.#keptBytes, toByte: this.#position, lostChunks });
    }
    const type = this.#start + CHUNK.type;
    const payload = this.#start + CHUNK_HEAD_BYTES;
    const payloadBytes = this.#payloadBytes();
    this.#visitor.chunk({
      type: String.fromCharCode(...this.#buffer.subarray(type, type + 4)),
      sequence,
      payload: this.#buffer.subarray(payload, payload + payloadBytes),
    });
    this.#advance(CHUNK_FRAME_BYTES + payloadBytes);
    this.#keptBytes = this.#position;
    this.#nextSequence = sequence + 1;
    this.#trouble = undefined;
  }

  /** Goes on to the next byte with which a chunk may start. */
  #skip(finding: Finding): void {
    this.#trouble ??= finding;
    const next = this.#buffer.subarray(0, this.#end).indexOf(SYNC[0] ?? 0, this.#start + 1);
    this.#advance((next < 0 ? this.#end : next) - this.#start);
  }

  #advance(bytes: number): void {
    this.#start += bytes;
    this.#position += bytes;
  }

  #sequence(): number {
    return this.#view.getUint32(this.#start + CHUNK.sequence, true);
  }

  #payloadBytes(): number {
    return this.#view.getUint32(this.#start + CHUNK.length, true);
  }
}
