import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type UnrealIndex, type UnrealIndexEntry, unrealIndexSchema } from '#shared/formats/index.ts';
import { ioError, writeFileDurably } from '../../files/index.ts';
import { readIndexEntry } from './indexEntry.ts';
import { json } from './packageFiles.ts';

export interface WrittenIndex {
  readonly path: string;
  /** Packages listed. */
  readonly packages: number;
  /** Packages left out because their own entry cannot be read, in plain words. */
  readonly problems: readonly string[];
}

/**
 * Writes `<outFolder>/index.json`: the entries of every package that lies there, from this export and earlier ones,
 * sorted by folder. Throws `MimesisError('disk_full' | 'io')`.
 */
export async function writeUnrealIndex(outFolder: string): Promise<WrittenIndex> {
  const out = resolve(outFolder);
  const path = join(out, 'index.json');
  const entries: UnrealIndexEntry[] = [];
  const problems: string[] = [];
  try {
    for (const folder of await packageFolders(out)) {
      const found = await readIndexEntry(join(out, folder));
      // Where it lies counts: a person may have renamed a folder.
      if (found.kind === 'entry') entries.push({ ...found.entry, folder });
      if (found.kind === 'damaged') problems.push(`${folder}/index_entry.json ${found.reason}`);
    }
    const index = { format: 'mimesis-unreal-index', version: 1, entries } satisfies UnrealIndex;
    await writeFileDurably(path, json(unrealIndexSchema.parse(index)));
  } catch (error) {
    throw ioError(error, 'The index of the export cannot be written');
  }
  return { path, packages: entries.length, problems };
}

/** `word/base` of all visible folders two levels deep, sorted by code unit: the same on every machine. */
async function packageFolders(out: string): Promise<string[]> {
  const found: string[] = [];
  for (const word of visibleFolders(await readdir(out, { withFileTypes: true }))) {
    const bases = visibleFolders(await readdir(join(out, word), { withFileTypes: true }));
    found.push(...bases.map((base) => `${word}/${base}`));
  }
  return found.sort();
}

function visibleFolders(entries: readonly Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
}
