import { mkdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ioError } from '../files/index.ts';
import { ClipStore } from './clipStore.ts';
import { openDatabase, type SqliteDatabase } from './database.ts';
import { DiskReserve } from './diskReserve.ts';
import { type JobStore, SqliteJobStore } from './jobStore.ts';
import { TakeStore } from './takeStore.ts';
import { lockWorkspace } from './workspaceLock.ts';

const DATABASE = 'mimesis.db';

/** A folder with its database, its tracks and its exports, held by this process alone. */
export class Workspace {
  readonly folder: string;
  readonly clips: ClipStore;
  readonly jobs: JobStore;
  readonly takes: TakeStore;
  readonly reserve: DiskReserve;
  readonly #database: SqliteDatabase;
  readonly #unlock: () => void;

  private constructor(folder: string, database: SqliteDatabase, unlock: () => void) {
    this.folder = folder;
    this.clips = new ClipStore(database);
    this.jobs = new SqliteJobStore(database);
    this.takes = new TakeStore(database);
    this.reserve = new DiskReserve(join(folder, '.reserve'));
    this.#database = database;
    this.#unlock = unlock;
  }

  /**
   * Opens a workspace, made when it is not there. Throws `workspace_locked`, `workspace_newer`, `io` or `disk_full`.
   */
  static open(folder: string): Workspace {
    try {
      mkdirSync(join(folder, 'tracks'), { recursive: true });
    } catch (error) {
      throw ioError(error, `The workspace ${folder} cannot be made`);
    }
    const unlock = lockWorkspace(folder);
    try {
      return new Workspace(folder, openDatabase(join(folder, DATABASE)), unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Where a video's track lies, relative to the workspace. */
  trackPath(videoId: string): string {
    return posix.join('tracks', videoId, 'tracking.jsonl.gz');
  }

  /** The database's file. */
  get databasePath(): string {
    return join(this.folder, DATABASE);
  }

  /** Where the takes lie. */
  get takesFolder(): string {
    return join(this.folder, 'takes');
  }

  close(): void {
    this.#database.close();
    this.#unlock();
  }
}
