import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import { lockFile } from '../sqlite/index.ts';

/**
 * Holds a workspace for one writer, until the lock is released or the process ends.
 *
 * @returns releases the lock
 * @throws `workspace_locked` when another process holds it; `io` or `disk_full` when it cannot be written
 */
export function lockWorkspace(folder: string): () => void {
  const holderFile = join(folder, 'lock.txt');
  let release: (() => void) | undefined;
  try {
    release = lockFile(join(folder, 'lock.db'), 0);
    writeFileSync(holderFile, `process ${process.pid}, since ${new Date().toISOString()}\n`);
  } catch (error) {
    release?.();
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) {
      throw ioError(error, `The workspace ${folder} cannot be locked`);
    }
    throw new MimesisError('workspace_locked', `Another process works in ${folder}${holder(holderFile)}.`, {
      remedy: 'Wait until it has finished, stop it, or choose another workspace with --workspace.',
      cause: error,
    });
  }
  return release;
}

function holder(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8').trim()})`;
  } catch {
    // The note is a courtesy; the lock itself is what counts.
    return '';
  }
}
