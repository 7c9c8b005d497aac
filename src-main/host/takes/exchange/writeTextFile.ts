import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ioError, partialName, syncFolder } from '../../files/index.ts';

/**
 * Writes text under a name that is not taken: `Take.csv`, else `Take (2).csv`. The file is whole or not there.
 * @returns its path
 * @throws `disk_full`, `io`
 */
export async function writeTextFile(target: string, pieces: Iterable<string>): Promise<string> {
  const partial = partialName(target);
  try {
    await writePieces(partial, pieces);
    const path = await nameFreely(partial, target);
    await syncFolder(dirname(path));
    return path;
  } catch (error) {
    await rm(partial, { force: true });
    throw ioError(error, `${basename(target)} cannot be written`, 'Free some space, then export it again.');
  }
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  const written = finished(stream);
  // Told below; until then it would count as nobody's.
  written.catch(() => {});
  for (const piece of pieces) {
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), written]);
  }
  stream.end();
  await written;
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Moves a file to the first name that is free, without ever replacing another. */
async function nameFreely(partial: string, target: string): Promise<string> {
  const ending = extname(target);
  const stem = join(dirname(target), basename(target, ending));
  for (let number = 1; ; number++) {
    const path = number === 1 ? target : `${stem} (${number})${ending}`;
    if (!(await reserve(path))) continue;
    await rename(partial, path);
    return path;
  }
}

/** Makes an empty file; false where there is one. Sticks and shares know no hard links, which would do both at once. */
async function reserve(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
