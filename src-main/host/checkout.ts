import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The folder of the development checkout that this code runs from; null in an installed app. */
export function checkoutRoot(): string | null {
  // A file that every checkout has and that is in no installed app.
  return existsSync(join(root, 'tsconfig.base.json')) ? root : null;
}
