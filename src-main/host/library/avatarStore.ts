import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { z } from 'zod';
import {
  type AvatarChange,
  avatarChangeSchema,
  avatarConfigSchema,
  DEFAULT_AVATAR_ID,
  MAX_AVATAR_NAME_LENGTH,
  MimesisError,
} from '#shared/contract/index.ts';
import { FACE_PROFILES, type FaceProfile } from '#shared/face/index.ts';
import { jsonColumn, type SqliteDatabase } from '../sqlite/index.ts';
import type { AvatarFolder, StagedFile } from './avatarFolder.ts';
import { columnsOf } from './columns.ts';
import { freeName } from './freeName.ts';
import { given } from './given.ts';
import { Table } from './table.ts';

const { morphMappings, emotionPresets, qualitySettings } = avatarConfigSchema.shape;

/** A setting that this version cannot read was made by a newer one: it counts as not made, and is left alone. */
const avatarRowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  profile: z.enum(FACE_PROFILES),
  morphMappings: jsonColumn(morphMappings).catch({}),
  emotionPresets: jsonColumn(emotionPresets).catch({}),
  qualitySettings: jsonColumn(qualitySettings).catch(null),
  updatedAt: z.string(),
});
const changesSchema = avatarChangeSchema.omit({ id: true });

/** An avatar of the user's, as it is stored. */
export type AvatarRecord = z.infer<typeof avatarRowSchema>;

const SELECT = `SELECT id, name, file_sha256 AS sha256, file_bytes AS bytes, profile, morph_mappings AS morphMappings,
  emotion_presets AS emotionPresets, quality_settings AS qualitySettings, updated_at AS updatedAt FROM avatar_configs`;

/** The user's avatars: a row for each, and its file beside the database. */
export class AvatarStore {
  readonly #table: Table<AvatarRecord>;
  readonly #folder: AvatarFolder;

  constructor(database: SqliteDatabase, folder: AvatarFolder) {
    this.#table = new Table(database, avatarRowSchema);
    this.#folder = folder;
  }

  list(): AvatarRecord[] {
    return this.#table.all(`${SELECT} ORDER BY name COLLATE NOCASE`);
  }

  /** How many there are that this version cannot read. */
  get unreadable(): number {
    return this.#table.unreadable(SELECT);
  }

  find(id: string): AvatarRecord | undefined {
    return this.#table.first(`${SELECT} WHERE id = :id`, { id });
  }

  /** Throws `usage` for an avatar that is not in the library. */
  get(id: string): AvatarRecord {
    const avatar = this.find(id);
    if (!avatar) throw new MimesisError('usage', 'This avatar is no longer in the library.');
    return avatar;
  }

  /** Where an avatar's GLB lies. */
  fileOf({ sha256 }: AvatarRecord): string {
    return this.#folder.pathOf(sha256);
  }

  /**
   * Takes a staged file in. The same file under the same name is the avatar that is there; a name that another avatar
   * has gets a number. Throws `io` or `disk_full`; nothing is left of the file then, unless another avatar has it.
   */
  add(staged: StagedFile, name: string, profile: FaceProfile): AvatarRecord {
    const { sha256, bytes } = staged;
    const id = randomUUID();
    try {
      return this.#table.write('The avatar cannot be recorded', () => {
        this.#folder.place(staged);
        const same = this.#table.first(`${SELECT} WHERE name = :name AND file_sha256 = :sha256`, {
          name,
          sha256,
        });
        if (same) return same;
        this.#table.run(
          `INSERT INTO avatar_configs (id, name, file_sha256, file_bytes, profile)
             VALUES (:id, :name, :sha256, :bytes, :profile)`,
          {
            id,
            name: freeName(name, MAX_AVATAR_NAME_LENGTH, (each) => this.#isTaken(each, id)),
            sha256,
            bytes,
            profile,
          },
        );
        return this.get(id);
      });
    } catch (error) {
      rmSync(staged.partial, { force: true });
      this.#removeUnused(sha256);
      throw error;
    }
  }

  /** Throws `usage` for an avatar that is gone, `conflict` for a name that another one has, `io` or `disk_full`. */
  change({ id, ...changes }: AvatarChange): AvatarRecord {
    return this.#table.write('The avatar cannot be changed', () => {
      this.get(id);
      const { name } = changes;
      if (name !== undefined && this.#isTaken(name, id)) {
        throw new MimesisError('conflict', `Another avatar is called “${name}”.`, {
          remedy: 'Choose another name.',
        });
      }
      // What is not named stays as it is, even where this version cannot read it.
      const changed = columnsOf(changesSchema.parse(given(changes)));
      const assignments = Object.keys(changed).map((column) => `${column} = :${column},`);
      this.#table.run(
        `UPDATE avatar_configs SET ${assignments.join(' ')}
           updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = :id`,
        { id, ...changed },
      );
      return this.get(id);
    });
  }

  /** Removes an avatar, and its file where no other avatar has it. Throws `usage`, `io` or `disk_full`. */
  remove(id: string): void {
    const { sha256 } = this.#table.write('The avatar cannot be removed', () => {
      const avatar = this.get(id);
      this.#table.run('DELETE FROM avatar_configs WHERE id = :id', { id });
      this.#table.run('UPDATE user_preferences SET default_avatar = :own WHERE default_avatar = :id', {
        id,
        own: DEFAULT_AVATAR_ID,
      });
      return avatar;
    });
    // Only now: an avatar whose removal could not be recorded must still have its file.
    this.#removeUnused(sha256);
  }

  /**
   * Removes a file that no avatar has. Alone: another process may be taking it in. One that cannot be removed stays, and
   * files are never looked for: a library brought back from a backup may be older than they are.
   */
  #removeUnused(sha256: string): void {
    try {
      this.#table.write('A file without an avatar cannot be removed', () => {
        if (!this.#hasFile(sha256)) this.#folder.remove(sha256);
      });
    } catch {
      // It takes room, and nothing else.
    }
  }

  /** Whether an avatar has a file, of whatever version. */
  #hasFile(sha256: string): boolean {
    return this.#table.has('SELECT 1 FROM avatar_configs WHERE file_sha256 = :sha256', { sha256 });
  }

  /** Whether an avatar other than `id` has a name. */
  #isTaken(name: string, id: string): boolean {
    return this.#table.has('SELECT 1 FROM avatar_configs WHERE name = :name AND id <> :id', { name, id });
  }
}
