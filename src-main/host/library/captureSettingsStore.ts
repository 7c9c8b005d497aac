import { z } from 'zod';
import { type CaptureSettings, captureSettingsSchema } from '#shared/contract/index.ts';
import { jsonColumn, type SqliteDatabase } from '../sqlite/index.ts';
import { Table } from './table.ts';

/** A library belongs to one user of the computer. */
const USER = 'local';

/** How the user has set up capture. What this version cannot read was written by a newer one: the defaults count then. */
export class CaptureSettingsStore {
  readonly #table: Table<{ document: CaptureSettings }>;

  constructor(database: SqliteDatabase) {
    this.#table = new Table(database, z.object({ document: jsonColumn(captureSettingsSchema) }));
  }

  read(): CaptureSettings {
    const stored = this.#table.first('SELECT document FROM capture_settings WHERE user_id = :user', {
      user: USER,
    });
    return stored?.document ?? captureSettingsSchema.parse({});
  }

  /** Throws `io` or `disk_full`. */
  write(settings: CaptureSettings): void {
    this.#table.write('The settings of capture cannot be stored', () =>
      this.#table.run(
        'INSERT OR REPLACE INTO capture_settings (user_id, document) VALUES (:user, :document)',
        {
          user: USER,
          document: JSON.stringify(settings),
        },
      ),
    );
  }
}
