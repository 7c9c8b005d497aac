import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../resources');

/** Absolute path of a file in the repository's `resources` folder. */
export function resourcePath(...parts: readonly string[]): string {
  return join(root, ...parts);
}
