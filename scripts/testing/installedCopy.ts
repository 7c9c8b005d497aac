import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './shared.ts';

/** Copies the program, without tests' data beside it, as it lies on a user's computer. Returns its root. */
export function makeInstalledCopy(folder: string): string {
  const root = join(folder, 'program');
  for (const part of ['package.json', 'resources', 'src-main', 'src-shared']) {
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}
