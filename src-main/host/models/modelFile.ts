import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ioError, isAbsence, PARTIAL_ENDING, systemReason, writeFileDurably } from '../files/index.ts';
import type { CatalogueModel } from './modelCatalogue.ts';

/** What a path turned out to hold. `reason` completes the sentence "the file …". */
export type ModelFileCheck =
  | { readonly kind: 'right'; readonly sha256: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Compares the file at `path` with the model's accepted releases, by size and then by SHA-256. Never throws. */
export async function checkModelFile(path: string, model: CatalogueModel): Promise<ModelFileCheck> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return damaged('is not a regular file');
    const sameSize = model.releases.filter(({ bytes }) => bytes === found.size);
    if (sameSize.length === 0) {
      const expected = [...new Set(model.releases.map(({ bytes }) => bytes))].join(' or ');
      return damaged(`has ${found.size} bytes, expected ${expected}`);
    }
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    const sha256 = hash.digest('hex');
    if (sameSize.some((release) => release.sha256 === sha256)) return { kind: 'right', sha256 };
    return damaged('has the right size but other content (its SHA-256 is not the expected one)');
  } catch (error) {
    return isAbsence(error) ? { kind: 'absent' } : damaged(`cannot be read (${systemReason(error)})`);
  }
}

/** Whether `bytes` are exactly one of the model's accepted releases. */
export function isRelease(bytes: Uint8Array, model: CatalogueModel): boolean {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return model.releases.some((release) => release.sha256 === sha256);
}

/**
 * Puts a model into `folder` under its name, whole or not at all. Half-written files that earlier, ended processes left
 * are removed. Returns the path. Throws `MimesisError('disk_full' | 'io')`.
 */
export async function writeModelFile(folder: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, fileName);
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder, fileName);
  } catch (error) {
    throw ioError(error, `The models folder ${folder} cannot be used`);
  }
  await writeFileDurably(path, bytes);
  return path;
}

async function removeLeftovers(folder: string, fileName: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`.${fileName}.`) || !name.endsWith(PARTIAL_ENDING)) continue;
    const writer = Number(name.slice(fileName.length + 2).split('.')[0]);
    if (!isRunning(writer)) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function damaged(reason: string): ModelFileCheck {
  return { kind: 'damaged', reason };
}
