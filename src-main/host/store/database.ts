import Database from 'better-sqlite3';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import { MIGRATIONS } from './migrations.ts';

export type SqliteDatabase = Database.Database;

/**
 * Opens (or makes) a workspace's database and brings its schema up to date. Throws `workspace_newer` for a database that
 * a later version of the program has written, and `io` or `disk_full` where it cannot be opened.
 */
export function openDatabase(path: string): SqliteDatabase {
  let database: SqliteDatabase | undefined;
  try {
    database = new Database(path);
    database.pragma('journal_mode = WAL');
    // A committed row must survive a power cut: FULL flushes the log at each commit.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database, path);
    return database;
  } catch (error) {
    database?.close();
    throw ioError(error, `The workspace's database ${path} cannot be opened`);
  }
}

function migrate(database: SqliteDatabase, path: string): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > MIGRATIONS.length) {
    throw new MimesisError('workspace_newer', `${path} was written by a newer version of Mimesis Studio.`, {
      remedy: 'Update Mimesis Studio, or choose another workspace.',
    });
  }
  for (const [index, script] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(script);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
}
