import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestContext } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sharedRoot = resolve(root, '../shared');

/** Absolute path of the repository root. */
export const repositoryRoot = root;

/** Path of a file in the test data beside the checkout; the test is skipped, with a message, where it is absent. */
export function requireShared(context: TestContext, path: string): string {
  const file = join(sharedRoot, path);
  if (!existsSync(file)) context.skip('test data not found: ../shared');
  return file;
}
