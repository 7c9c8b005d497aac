import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MimesisError } from '#shared/contract/index.ts';

/**
 * Holds a workspace for one writer. The lock is an exclusive transaction on a small database of its own: the operating
 * system drops it when the process ends, however it ends, so a killed program leaves no stale lock.
 *
 * @returns releases the lock
 * @throws `workspace_locked` when another process holds it
 */
export function lockWorkspace(folder: string): () => void {
  const holderFile = join(folder, 'lock.txt');
  const lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new MimesisError('workspace_locked', `Another process works in ${folder}${holder(holderFile)}.`, {
      remedy: 'Wait until it has finished, stop it, or choose another workspace with --workspace.',
      cause: error,
    });
  }
  writeFileSync(holderFile, `process ${process.pid}, since ${new Date().toISOString()}\n`);
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
