import { existsSync, renameSync } from 'node:fs';
import { MimesisError } from '#shared/contract/index.ts';
import { type DatabaseKind, lockFile, openDatabase, type SqliteDatabase } from '../sqlite/index.ts';
import { libraryError, MAKE_ROOM } from './libraryError.ts';
import { MIGRATIONS } from './migrations.ts';

const LIBRARY: DatabaseKind = {
  name: 'The library',
  migrations: MIGRATIONS,
  fullRemedy: MAKE_ROOM,
  newer: (path) =>
    new MimesisError('library_newer', `${path} was written by a newer version of Mimesis Studio.`, {
      remedy: 'Update Mimesis Studio.',
    }),
};

const DAMAGED = new Set<unknown>(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

export interface OpenedDatabase {
  readonly database: SqliteDatabase;
  /** What became of a damaged library, in words for the user; null where all is well. */
  readonly damage: string | null;
}

/** A process that opens the library waits so long for another that does. That takes milliseconds. */
const OPENING_MS = 5000;

/**
 * Opens the library's database, which other processes may have open as well. A damaged one is set aside under a dated
 * name, and a new one is made. Throws `library_newer`, `io` or `disk_full`.
 */
export function openLibraryDatabase(path: string): OpenedDatabase {
  // One at a time: two that met a damaged one together would both set something aside, the second what the first made.
  const release = lockOpening(path);
  try {
    return openAlone(path);
  } finally {
    release();
  }
}

function lockOpening(path: string): () => void {
  try {
    return lockFile(`${path}-opening`, OPENING_MS);
  } catch (error) {
    throw libraryError(error, `The library ${path} cannot be opened`);
  }
}

function openAlone(path: string): OpenedDatabase {
  try {
    return { database: openSound(path), damage: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = setAside(path);
    return {
      database: openDatabase(path, LIBRARY),
      damage: `The library of avatars and presets was damaged and has been begun anew. The damaged file is kept as ${aside}. Add your avatars again: their files have not been touched.`,
    };
  }
}

/** The library is small: looking through all of it takes milliseconds. */
function openSound(path: string): SqliteDatabase {
  const database = openDatabase(path, LIBRARY);
  try {
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok')
      throw new Error(`SQLITE_CORRUPT: ${String(found)}`, { cause: { code: 'SQLITE_CORRUPT' } });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {};
  return [error, cause].some(
    (each) => typeof each === 'object' && each !== null && 'code' in each && DAMAGED.has(each.code),
  );
}

/** Moves the database and its log away; the new name is returned. */
function setAside(path: string): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = path.replace(/\.db$/, `-damaged-${stamp}.db`);
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(path + part)) renameSync(path + part, aside + part);
  }
  return aside;
}
