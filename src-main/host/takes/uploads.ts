import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError, requireRoom } from '../files/index.ts';

/** More than a phone leaves of a take. */
const MAX_FILES = 100;

/** A file's name, or that of a folder and of a file in it, that leads nowhere else on any system. */
const name = /^(?!\.)[^/\\:\0]{1,200}(\/(?!\.)[^/\\:\0]{1,200})?$/;
const uploadSchema = z.object({ upload: z.uuid(), name: z.string().regex(name) });

/** Files that browsers send, which tell no paths, until takes are made of them; and files that wait to be fetched. */
export class Uploads {
  readonly #folder: string;

  /** @param folder of its own; what is in it may be lost */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Takes in a file.
   * @param query `upload`, an id of the sender's own, and the file's `name`, with its folder's where it has one
   * @throws `usage`, `disk_full`, `io`
   */
  async receive(query: unknown, chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<void> {
    const read = uploadSchema.safeParse(query);
    if (!read.success) throw new MimesisError('usage', 'A take’s file cannot have this name.');
    const folder = join(this.#folder, read.data.upload);
    const target = join(folder, read.data.name);
    try {
      await mkdir(dirname(target), { recursive: true });
      if ((await readdir(dirname(target))).length >= MAX_FILES)
        throw new MimesisError('usage', `A take has ${MAX_FILES} files at most.`);
      await requireRoom(folder, bytes);
      await pipeline(chunks, createWriteStream(target, { flags: 'wx' }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw ioError(error, `${read.data.name} cannot be taken in`, 'Free some space, then import it again.');
    }
  }

  /** What was sent: the only file, else the folder. Throws `usage` where nothing was. */
  async pathOf(upload: string): Promise<string> {
    const folder = join(this.#folder, upload);
    const names = await readdir(folder).catch(() => []);
    const [only, ...more] = names;
    if (only === undefined) throw new MimesisError('usage', 'No file of the take has been sent.');
    return more.length === 0 ? join(folder, only) : folder;
  }

  /** A folder that does not exist yet, for files that are to be fetched. */
  freshFolder(): string {
    return join(this.#folder, randomUUID());
  }

  /** Throws `io`. */
  async discard(upload: string): Promise<void> {
    await this.#remove(join(this.#folder, upload));
  }

  /** Removes what is left of an earlier run. Throws `io`. */
  async clear(): Promise<void> {
    await this.#remove(this.#folder);
  }

  async #remove(folder: string): Promise<void> {
    try {
      await rm(folder, { recursive: true, force: true });
    } catch (error) {
      throw ioError(error, 'Files of an import cannot be removed');
    }
  }
}
