import { z } from 'zod';
import { DEFAULT_AVATAR_ID, type Preferences, preferencesSchema } from '#shared/contract/index.ts';
import { jsonColumn, type SqliteDatabase } from '../sqlite/index.ts';
import { columnsOf } from './columns.ts';
import { given } from './given.ts';
import { Table } from './table.ts';

/** A library belongs to one user of the computer. */
const USER = 'local';

const DEFAULTS: Preferences = {
  defaultAvatar: DEFAULT_AVATAR_ID,
  defaultQuality: 'full',
  enableEmotions: true,
  enableMicroExpressions: true,
  customMappings: {},
  customPresets: {},
};

const flag = z.int().transform((value) => value !== 0);
const { defaultAvatar, defaultQuality, customMappings, customPresets } = preferencesSchema.shape;

/** What this version cannot read was written by a newer one: it counts as the default, and is left alone. */
const rowSchema = z.object({
  defaultAvatar: defaultAvatar.catch(DEFAULTS.defaultAvatar),
  defaultQuality: defaultQuality.catch(DEFAULTS.defaultQuality),
  enableEmotions: flag.catch(DEFAULTS.enableEmotions),
  enableMicroExpressions: flag.catch(DEFAULTS.enableMicroExpressions),
  customMappings: jsonColumn(customMappings).catch(DEFAULTS.customMappings),
  customPresets: jsonColumn(customPresets).catch(DEFAULTS.customPresets),
});

/** What is left out, or undefined, stays. */
export type PreferenceChanges = { readonly [Name in keyof Preferences]?: Preferences[Name] | undefined };

/** What the user prefers in every workspace. */
export class PreferenceStore {
  readonly #table: Table<Preferences>;

  constructor(database: SqliteDatabase) {
    this.#table = new Table(database, rowSchema);
  }

  read(): Preferences {
    const stored = this.#table.first(
      `SELECT default_avatar AS defaultAvatar, default_quality AS defaultQuality, enable_emotions AS enableEmotions,
         enable_micro_expressions AS enableMicroExpressions, custom_mappings AS customMappings,
         custom_presets AS customPresets
       FROM user_preferences WHERE user_id = :user`,
      { user: USER },
    );
    return stored ?? DEFAULTS;
  }

  /** Changes what is named, and nothing else, and returns all. Throws `io` or `disk_full`. */
  write(changes: PreferenceChanges): Preferences {
    return this.#table.write('The preferences cannot be stored', () => {
      const defaults = columnsOf(DEFAULTS);
      const names = Object.keys(defaults);
      this.#table.run(
        `INSERT OR IGNORE INTO user_preferences (user_id, ${names.join(', ')})
           VALUES (:user, ${names.map((name) => `:${name}`).join(', ')})`,
        { user: USER, ...defaults },
      );
      const changed = columnsOf(preferencesSchema.partial().parse(given(changes)));
      for (const [name, value] of Object.entries(changed)) {
        this.#table.run(`UPDATE user_preferences SET ${name} = :value WHERE user_id = :user`, {
          user: USER,
          value,
        });
      }
      return this.read();
    });
  }
}
