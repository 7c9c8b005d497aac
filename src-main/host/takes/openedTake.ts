import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedTake } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import { TAKE_FILES } from './takeFolder.ts';

/**
 * The files of a take's folder, each with its path on the host's server.
 * @param offer gives a file such a path
 * @throws `io`
 */
export async function filesOf(
  folder: string,
  offer: (file: string) => string,
): Promise<Pick<OpenedTake, 'path' | 'media'>> {
  try {
    const names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name !== TAKE_FILES.take && entry.name !== TAKE_FILES.facts)
      .map(({ name }) => name);
    return {
      path: offer(join(folder, TAKE_FILES.take)),
      media: names.map((file) => ({ file, path: offer(join(folder, file)) })),
    };
  } catch (error) {
    throw ioError(error, 'The take cannot be opened');
  }
}
