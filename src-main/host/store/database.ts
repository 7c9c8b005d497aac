import { MimesisError } from '#shared/contract/index.ts';
import { type DatabaseKind, openDatabase as open, type SqliteDatabase } from '../sqlite/index.ts';
import { MIGRATIONS } from './migrations.ts';

export type { SqliteDatabase };

const WORKSPACE: DatabaseKind = {
  name: "The workspace's database",
  migrations: MIGRATIONS,
  newer: (path) =>
    new MimesisError('workspace_newer', `${path} was written by a newer version of Mimesis Studio.`, {
      remedy: 'Update Mimesis Studio, or choose another workspace.',
    }),
};

/** Opens (or makes) a workspace's database. Throws `workspace_newer`, `io` or `disk_full`. */
export function openDatabase(path: string): SqliteDatabase {
  return open(path, WORKSPACE);
}
