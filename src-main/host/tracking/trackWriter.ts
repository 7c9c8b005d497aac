import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { ioError, partialName, syncFolder } from '../files/index.ts';

export interface WrittenTrack {
  readonly sha256: string;
  readonly bytes: number;
}

const COLLECT_BYTES = 256 * 1024;

/**
 * Writes a track line by line: gzip into a temporary file beside the target, then fsync, then rename. Whatever happens,
 * the target is either absent, the old file, or the whole new one.
 */
export class TrackWriter {
  readonly #target: string;
  readonly #temporary: string;
  readonly #gzip = createGzip({ level: 6 });
  readonly #written: Promise<WrittenTrack>;
  #lines = '';

  private constructor(target: string, temporary: string, file: FileHandle) {
    this.#target = target;
    this.#temporary = temporary;
    this.#written = this.#drain(file);
    // The failure is reported by the next call; it must not count as unhandled until then.
    this.#written.catch(() => {});
  }

  static async create(target: string): Promise<TrackWriter> {
    const temporary = partialName(target);
    try {
      await mkdir(dirname(target), { recursive: true });
      return new TrackWriter(target, temporary, await open(temporary, 'w'));
    } catch (error) {
      throw ioError(error, 'The track cannot be written');
    }
  }

  /** Adds one value as a line. Throws what stopped the file from being written, `disk_full` for one. */
  async line(value: unknown): Promise<void> {
    this.#lines += `${JSON.stringify(value)}\n`;
    if (this.#lines.length >= COLLECT_BYTES) await this.#send();
  }

  /** Makes the track durable under its name. */
  async finish(): Promise<WrittenTrack> {
    await this.#send();
    this.#gzip.end();
    try {
      const written = await this.#written;
      await rename(this.#temporary, this.#target);
      await syncFolder(dirname(this.#target));
      return written;
    } catch (error) {
      await this.abandon();
      throw ioError(error, 'The track cannot be written');
    }
  }

  /** Gives up; nothing is left behind. */
  async abandon(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => {});
    await rm(this.#temporary, { force: true });
  }

  async #send(): Promise<void> {
    const lines = this.#lines;
    this.#lines = '';
    if (lines === '' || this.#gzip.write(lines)) return;
    const drained = new Promise<void>((resolve) => this.#gzip.once('drain', resolve));
    try {
      // A failed file never drains: whichever comes first.
      await Promise.race([drained, this.#written]);
    } catch (error) {
      throw ioError(error, 'The track cannot be written');
    }
  }

  async #drain(file: FileHandle): Promise<WrittenTrack> {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of Readable.from(this.#gzip) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), bytes };
  }
}
