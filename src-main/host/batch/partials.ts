import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTIAL_ENDING } from '../files/index.ts';

/** Removes what killed processes have left half-written. Call it only while no worker of the workspace runs. */
export async function removePartials(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names) {
    if (name.endsWith(PARTIAL_ENDING)) await rm(join(folder, name), { force: true });
  }
}
