import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ioError } from './ioError.ts';

/**
 * The name under which a process writes a file before it is whole. Leftovers of dead processes are found by its ending.
 */
export function partialName(target: string, pid = process.pid): string {
  return join(dirname(target), `.${basename(target)}.${pid}${PARTIAL_ENDING}`);
}

export const PARTIAL_ENDING = '.part';

/** Makes a rename in `folder` survive a power cut. Windows has no such call and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same at once, for what must lie between two steps of a database's transaction. */
export function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a small file so that its name holds either the old content or all of the new one. */
export async function writeFileDurably(target: string, content: string | Uint8Array): Promise<void> {
  const partial = partialName(target);
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(partial, { force: true });
    throw ioError(error, `${basename(target)} cannot be written`);
  }
}
