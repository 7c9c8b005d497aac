import { Writable } from 'node:stream';

/**
 * Collects a raw pixel stream into one reused frame buffer. The stream is held back while a full frame waits to be
 * taken, so at most one frame is in memory however fast the decoder is.
 */
export class FrameSink extends Writable {
  readonly frame: Uint8Array;
  #filled = 0;
  #rest: Buffer | undefined;
  #release: (() => void) | undefined;
  #wake: (() => void) | undefined;
  #ended = false;

  constructor(frameBytes: number) {
    // No `close` event: fluent-ffmpeg would take it for a broken pipe where ffmpeg is still ending well.
    super({ highWaterMark: 1, emitClose: false });
    this.frame = new Uint8Array(frameBytes);
  }

  /** Waits for the next whole frame in `frame`; false at the end of the stream. Call `release` before the next one. */
  async next(): Promise<boolean> {
    while (this.#filled < this.frame.length) {
      if (this.#ended || this.destroyed) return false;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return true;
  }

  /** The frame has been used; its memory is filled again. */
  release(): void {
    this.#filled = 0;
    const rest = this.#rest;
    const release = this.#release;
    this.#rest = undefined;
    this.#release = undefined;
    if (rest && release) this.#take(rest, release);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#take(chunk, done);
  }

  override _final(done: () => void): void {
    this.#ended = true;
    this.#wakeReader();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#ended = true;
    this.#wakeReader();
    done(error);
  }

  #take(chunk: Buffer, done: () => void): void {
    const room = Math.min(chunk.length, this.frame.length - this.#filled);
    this.frame.set(chunk.subarray(0, room), this.#filled);
    this.#filled += room;
    if (this.#filled === this.frame.length) this.#wakeReader();
    if (room === chunk.length) {
      done();
      return;
    }
    this.#rest = chunk.subarray(room);
    this.#release = done;
  }

  #wakeReader(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
