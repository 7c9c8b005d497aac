import Database from 'better-sqlite3';
import type { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';

export type SqliteDatabase = Database.Database;

export interface DatabaseKind {
  /** As it stands at the start of a sentence: "The workspace's database". */
  readonly name: string;
  /** The schema, step by step: entry n brings a database from `user_version` n to n + 1. Entries are only ever added. */
  readonly migrations: readonly string[];
  /** What to do where the disk is full, unless it is what holds for tracking. */
  readonly fullRemedy?: string;
  /** The error for a database that a later version of the program has written. */
  newer(path: string): MimesisError;
}

/** A writer waits so long for another process's transaction. Those take milliseconds. */
const BUSY_MS = 2000;

/**
 * Opens (or makes) a database and brings its schema up to date; two processes may do so at once. Throws the kind's
 * `newer`, and `io` or `disk_full` where it cannot be opened; SQLite's own error is the cause.
 */
export function openDatabase(path: string, kind: DatabaseKind): SqliteDatabase {
  let database: SqliteDatabase | undefined;
  try {
    database = new Database(path, { timeout: BUSY_MS });
    database.pragma('journal_mode = WAL');
    // A committed row must survive a power cut: FULL flushes the log at each commit.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database, path, kind);
    return database;
  } catch (error) {
    database?.close();
    throw ioError(error, `${kind.name} ${path} cannot be opened`, kind.fullRemedy);
  }
}

/** Opens a database, which another thread or process has brought up to date, to read from it. Throws `io`. */
export function openToRead(path: string): SqliteDatabase {
  try {
    return new Database(path, { readonly: true, timeout: BUSY_MS });
  } catch (error) {
    throw ioError(error, `${path} cannot be opened`);
  }
}

/** Does something that fails at once where another process has locked the database. */
export function withoutWaiting<Result>(database: SqliteDatabase, work: () => Result): Result {
  database.pragma('busy_timeout = 0');
  try {
    return work();
  } finally {
    database.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

function migrate(database: SqliteDatabase, path: string, { migrations, newer }: DatabaseKind): void {
  const version = (): number => Number(database.pragma('user_version', { simple: true }));
  if (version() > migrations.length) throw newer(path);
  if (version() === migrations.length) return;
  database
    .transaction(() => {
      // Read anew: another process may have been quicker.
      for (const script of migrations.slice(version())) database.exec(script);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
