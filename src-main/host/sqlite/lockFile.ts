import Database from 'better-sqlite3';

/**
 * Takes a lock that other processes respect: an exclusive transaction on a small database of its own. The operating
 * system drops it when the process ends, however it ends, so a killed program leaves no stale lock.
 *
 * @param waitMs how long another process that holds it is waited for
 * @returns releases the lock
 * @throws SQLite's own error: `SQLITE_BUSY` where another process still holds it
 */
export function lockFile(path: string, waitMs: number): () => void {
  const lock = new Database(path, { timeout: waitMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}
