import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';

/**
 * Holds a workspace for one writer. The lock is an exclusive transaction on a small database of its own: the operating
 * system drops it when the process ends, however it ends, so a killed program leaves no stale lock.
 *
 * @returns releases the lock
 * @throws `workspace_locked` when another process holds it; `io` or `disk_full` when it cannot be written
 */
export function lockWorkspace(folder: string): () => void {
  const holderFile = join(folder, 'lock.txt');
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(holderFile, `process ${process.pid}, since ${new Date().toISOString()}\n`);
  } catch (error) {
    lock?.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') {
      throw ioError(error, `The workspace ${folder} cannot be locked`);
    }
    throw new MimesisError('workspace_locked', `Another process works in ${folder}${holder(holderFile)}.`, {
      remedy: 'Wait until it has finished, stop it, or choose another workspace with --workspace.',
      cause: error,
    });
  }
  return () => lock.close();
}

function holder(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8').trim()})`;
  } catch {
    // The note is a courtesy; the lock itself is what counts.
    return '';
  }
}
