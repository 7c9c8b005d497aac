import { z } from 'zod';
import { DEFAULT_AVATAR_ID, type Preferences, preferencesSchema } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import type { SqliteDatabase } from '../sqlite/index.ts';
import { given } from './given.ts';
import { jsonColumn, Table } from './table.ts';

/** A library belongs to one user of the computer. */
const USER = 'local';

const flag = z.int().transform((value) => value !== 0);
const { defaultAvatar, defaultQuality, customMappings } = preferencesSchema.shape;

const rowSchema = z.object({
  defaultAvatar,
  defaultQuality,
  enableEmotions: flag,
  enableMicroExpressions: flag,
  customMappings: jsonColumn(customMappings),
});

const DEFAULTS: Preferences = {
  defaultAvatar: DEFAULT_AVATAR_ID,
  defaultQuality: 'full',
  enableEmotions: true,
  enableMicroExpressions: true,
  customMappings: {},
};

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
         enable_micro_expressions AS enableMicroExpressions, custom_mappings AS customMappings
       FROM user_preferences WHERE user_id = :user`,
      { user: USER },
    );
    return stored ?? DEFAULTS;
  }

  /** Changes what is named and returns all. Throws `io` or `disk_full`. */
  write(changes: PreferenceChanges): Preferences {
    try {
      return this.#table.alone(() => {
        const preferences = preferencesSchema.parse({ ...this.read(), ...given(changes) });
        this.#table.run(
          `INSERT OR REPLACE INTO user_preferences (user_id, default_avatar, default_quality, enable_emotions,
             enable_micro_expressions, custom_mappings)
           VALUES (:user, :defaultAvatar, :defaultQuality, :emotions, :microExpressions, :mappings)`,
          {
            user: USER,
            defaultAvatar: preferences.defaultAvatar,
            defaultQuality: preferences.defaultQuality,
            emotions: Number(preferences.enableEmotions),
            microExpressions: Number(preferences.enableMicroExpressions),
            mappings: JSON.stringify(preferences.customMappings),
          },
        );
        return preferences;
      });
    } catch (error) {
      throw ioError(error, 'The preferences cannot be stored');
    }
  }
}
