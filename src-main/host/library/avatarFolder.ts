import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireAvatarSize } from '#shared/contract/index.ts';
import type { AvatarDescription } from '#shared/formats/index.ts';
import { PARTIAL_ENDING, partialName, syncFolderNow } from '../files/index.ts';
import { readAvatarFile, requireUsable } from './avatarFile.ts';
import { libraryError } from './libraryError.ts';

/** A file that is wholly on the disk and may become an avatar. */
export interface StagedFile {
  readonly partial: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly description: AvatarDescription;
}

/** No upload takes so long: what is older was left by a process that died. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** The folder of avatars' files, each under the SHA-256 of its content. */
export class AvatarFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder, and clears what dead processes have left in it. Throws `io` or `disk_full`. */
  prepare(): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        if (name.endsWith(PARTIAL_ENDING) && isAbandoned(path)) rmSync(path, { force: true });
      }
    } catch (error) {
      throw libraryError(error, `The folder of avatars ${this.#folder} cannot be made`);
    }
  }

  pathOf(sha256: string): string {
    return join(this.#folder, `${sha256}.glb`);
  }

  /**
   * Writes a GLB to the disk and looks whether it is an avatar. Nothing is left of one that is refused.
   *
   * @throws `too_large` as soon as more has come than an avatar may have; `invalid_avatar`, `io` or `disk_full`
   */
  async stage(chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> {
    const partial = partialName(join(this.#folder, randomUUID()));
    try {
      const written = await writeChunks(partial, chunks);
      const description = await readAvatarFile(partial);
      requireUsable(description);
      return { partial, ...written, description };
    } catch (error) {
      await rm(partial, { force: true });
      throw libraryError(error, 'The avatar cannot be stored');
    }
  }

  /** Gives a staged file its name, durably, in place of the one that is there: that may have been damaged since. */
  place({ partial, sha256 }: StagedFile): void {
    renameSync(partial, this.pathOf(sha256));
    syncFolderNow(this.#folder);
  }

  remove(sha256: string): void {
    rmSync(this.pathOf(sha256), { force: true });
  }
}

function isAbandoned(path: string): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info !== undefined && Date.now() - info.mtimeMs > ABANDONED_MS;
}

async function writeChunks(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      requireAvatarSize(bytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}
