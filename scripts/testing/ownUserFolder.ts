import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userDataFolder } from '../../src-main/host/userData.ts';

/**
 * Lets everything that tests and measurements start keep its library and its cache in folders of its own, and never in
 * the user's. The cache is one for the whole run, so that only the first start of a program is a slow one. Models are still
 * found where set-up has put them.
 * @returns what to do after the last one
 */
export default function ownUserFolder(): () => void {
  process.env['MIMESIS_MODELS_DIR'] ??= join(userDataFolder(), 'models');
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-tests-'));
  process.env['MIMESIS_DATA_DIR'] = join(folder, 'data');
  process.env['MIMESIS_CACHE_DIR'] = join(folder, 'cache');
  return () => rmSync(folder, { recursive: true, force: true });
}
