import { z } from 'zod';
import { type SendingSettings, sendingSettingsSchema } from '#shared/contract/index.ts';
import { jsonColumn, type SqliteDatabase } from '../sqlite/index.ts';
import { Table } from './table.ts';

/** A library belongs to one user of the computer. */
const USER = 'local';

/** Where the user has faces sent on to. What this version cannot read was written by a newer one: there is none then. */
export class SendingSettingsStore {
  readonly #table: Table<{ document: SendingSettings }>;

  constructor(database: SqliteDatabase) {
    this.#table = new Table(database, z.object({ document: jsonColumn(sendingSettingsSchema) }));
  }

  read(): SendingSettings {
    const stored = this.#table.first('SELECT document FROM sending_settings WHERE user_id = :user', {
      user: USER,
    });
    return stored?.document ?? sendingSettingsSchema.parse({});
  }

  /** Throws `io` or `disk_full`. */
  write(settings: SendingSettings): void {
    this.#table.write('The settings of sending cannot be stored', () =>
      this.#table.run(
        'INSERT OR REPLACE INTO sending_settings (user_id, document) VALUES (:user, :document)',
        {
          user: USER,
          document: JSON.stringify(settings),
        },
      ),
    );
  }
}
