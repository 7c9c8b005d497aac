import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../../files/index.ts';

/** Tells this process's unfinished folders from those of an ended one that had the same process id. */
const RUN = randomBytes(4).toString('hex');
const LEFTOVER = /^\.(.+)\.(\d+)\.([0-9a-f]{8})\.(new|old)$/u;

/**
 * Fills a new folder and puts it in the place of `target`: until `fill` is done and the rename happens, `target` is what
 * it was. `fill` gets the path of an empty folder beside `target` and flushes what it writes.
 */
export async function replaceFolder<Result>(
  target: string,
  fill: (folder: string) => Promise<Result>,
): Promise<Result> {
  const fresh = besideName(target, 'new');
  const old = besideName(target, 'old');
  try {
    await mkdir(fresh);
    const result = await fill(fresh);
    await syncFolder(fresh);
    const replaces = await exists(target);
    if (replaces) await rename(target, old);
    await rename(fresh, target);
    await syncFolder(dirname(target));
    if (replaces) await rm(old, { recursive: true });
    return result;
  } catch (error) {
    if (!(await exists(target)) && (await exists(old))) await rename(old, target);
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Clears what ended processes left in `parent`; a folder caught between the two renames gets its name back. */
export async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, target, pid, run, kind] = LEFTOVER.exec(name) ?? [];
    if (target === undefined || isAlive(Number(pid), run)) continue;
    const isOnlyCopy = kind === 'old' && !(await exists(join(parent, target)));
    if (isOnlyCopy) await rename(join(parent, name), join(parent, target));
    else await rm(join(parent, name), { recursive: true, force: true });
  }
}

function besideName(target: string, kind: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.${RUN}.${kind}`);
}

function isAlive(pid: number, run: string | undefined): boolean {
  if (pid === process.pid) return run === RUN;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
