import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SqliteDatabase, withoutWaiting } from '../sqlite/index.ts';
import { AvatarFolder } from './avatarFolder.ts';
import { AvatarStore } from './avatarStore.ts';
import { CalibrationStore } from './calibrationStore.ts';
import { CaptureSettingsStore } from './captureSettingsStore.ts';
import { openLibraryDatabase } from './libraryDatabase.ts';
import { libraryError } from './libraryError.ts';
import { PreferenceStore } from './preferenceStore.ts';
import { PresetStore } from './presetStore.ts';
import { SendingSettingsStore } from './sendingSettingsStore.ts';

/**
 * What a user has in every workspace: avatars, presets, preferences and how phones are calibrated. Any number of processes may have it open; none
 * holds a lock for longer than a transaction.
 */
export class Library {
  readonly files: AvatarFolder;
  readonly avatars: AvatarStore;
  readonly presets: PresetStore;
  readonly preferences: PreferenceStore;
  readonly capture: CaptureSettingsStore;
  readonly calibrations: CalibrationStore;
  readonly sending: SendingSettingsStore;
  readonly #damage: string | null;
  readonly #database: SqliteDatabase;

  private constructor(folder: string, database: SqliteDatabase, damage: string | null) {
    this.files = new AvatarFolder(join(folder, 'avatars'));
    this.avatars = new AvatarStore(database, this.files);
    this.presets = new PresetStore(database);
    this.preferences = new PreferenceStore(database);
    this.capture = new CaptureSettingsStore(database);
    this.calibrations = new CalibrationStore(database);
    this.sending = new SendingSettingsStore(database);
    this.#damage = damage;
    this.#database = database;
  }

  /** Opens the library in a folder, made when it is not there. Throws `library_newer`, `io` or `disk_full`. */
  static open(folder: string): Library {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw libraryError(error, `The library's folder ${folder} cannot be made`);
    }
    const { database, damage } = openLibraryDatabase(join(folder, 'library.db'));
    const library = new Library(folder, database, damage);
    try {
      library.files.prepare();
    } catch (error) {
      library.close();
      throw error;
    }
    return library;
  }

  /** What the user must know: that the library was damaged, or is not all shown. Null where all is well. */
  get notice(): string | null {
    const notices = this.#damage === null ? [] : [this.#damage];
    const hidden = [
      ...counted(this.avatars.unreadable, 'avatar'),
      ...counted(this.presets.unreadable, 'preset'),
    ];
    if (hidden.length > 0) {
      notices.push(
        `Not shown, because this version cannot read it: ${hidden.join(', ')}. It stays in the library.`,
      );
    }
    return notices.join(' ') || null;
  }

  /**
   * A number that changes when another process has changed the database (SQLite's `data_version`). Waits for nobody:
   * undefined while another process lets no one read, or where the database cannot be read.
   */
  get outsideVersion(): number | undefined {
    return withoutWaiting(this.#database, () => {
      try {
        return Number(this.#database.pragma('data_version', { simple: true }));
      } catch {
        // Whoever next asks for something of the library is told why.
        return undefined;
      }
    });
  }

  close(): void {
    this.#database.close();
  }
}

function counted(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
}
