import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { CHILD_LIMIT } from './childLimit.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A disk of its own for the running test. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the space that is left. */
  fill(): void;
  /** Gives back what `fill` took. */
  clear(): void;
}

/** Mounts a small disk in memory. The test is skipped, with a message, where that is not allowed. */
export function requireSmallDisk(context: TestContext, bytes: number): SmallDisk {
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], CHILD_LIMIT);
  if (status !== 0) context.skip('mounting a tmpfs needs root');
  // Lazily: it also goes when something still holds a file open.
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', folder], CHILD_LIMIT);
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => writeUntilFull(filler),
    clear: () => rmSync(filler),
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4096, 1);
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}
