import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';

export const cli = resolve(import.meta.dirname, '../../src-main/cli/main.ts');

const CLIPS = 1000;

/** A workspace with as many clips as a small archive has. Their files are missing, so nothing is tracked meanwhile. */
export async function makeFullWorkspace(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, '../manifest.csv');
  const rows = Array.from({ length: CLIPS }, (_, i) => `word ${i},clip-${i}.mp4`);
  writeFileSync(manifest, `word,filename\n${rows.join('\n')}\n`);
  await promisify(execFile)(process.execPath, [cli, 'track', manifest, '--workspace', folder]);
  const database = new Database(join(folder, 'mimesis.db'), { readonly: true });
  const count = database.prepare('SELECT count(*) FROM jobs').pluck().get();
  database.close();
  if (count !== CLIPS) throw new Error(`the workspace holds ${count} clips instead of ${CLIPS}`);
}
