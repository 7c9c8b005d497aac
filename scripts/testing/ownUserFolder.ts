import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userDataFolder } from '../../src-main/host/userData.ts';

/**
 * Lets everything that tests and measurements start keep its library in a folder of its own, and never in the user's.
 * Models are still found where set-up has put them.
 * @returns what to do after the last one
 */
export default function ownUserFolder(): () => void {
  process.env['MIMESIS_MODELS_DIR'] ??= join(userDataFolder(), 'models');
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-tests-'));
  process.env['MIMESIS_DATA_DIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
