import { mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { readIndexEntry } from './indexEntry.ts';
import { removeLeftovers } from './replaceFolder.ts';
import { foldName, safeBaseName, safeFolderName } from './safeNames.ts';
import type { UnrealClip } from './source.ts';

/** Names of a package's two folders, the word's and its own. */
export interface PackageFolder {
  readonly word: string;
  readonly base: string;
}

/**
 * Where a clip's package goes, below `outFolder`. A clip that was exported before keeps its folder. A new clip gets its
 * file name, or, where another clip of the word has that, the file name with the first 8 digits of the video's SHA-1 (of
 * the clip's id, if that is taken too). Names that differ only in case count as the same, so that an export can be
 * copied to any machine. Makes the word's folder and clears what interrupted exports left in it.
 */
export async function choosePackageFolder(outFolder: string, clip: UnrealClip): Promise<PackageFolder> {
  await mkdir(outFolder, { recursive: true });
  const word = existingName(await readdir(outFolder), safeFolderName(clip.word));
  const wordFolder = join(outFolder, word);
  await mkdir(wordFolder, { recursive: true });
  if (foldName(await realpath(wordFolder)) !== foldName(join(await realpath(outFolder), word))) {
    throw new MimesisError('io', `${wordFolder} is a link to another place.`, {
      remedy: 'Remove the link, or export into another folder.',
    });
  }
  await removeLeftovers(wordFolder);
  return { word, base: await chooseBase(wordFolder, clip) };
}

async function chooseBase(wordFolder: string, clip: UnrealClip): Promise<string> {
  const taken = await readdir(wordFolder);
  const base = safeBaseName(clip.filename);
  const names = [base, `${base}_${clip.sha1.slice(0, 8)}`, `${base}_${clip.id.slice(0, 8)}`].map((name) =>
    existingName(taken, name),
  );
  for (const name of names) {
    if (taken.includes(name) && (await holdsClip(join(wordFolder, name), clip))) return name;
  }
  const free = names.find((name) => !taken.includes(name));
  if (free !== undefined) return free;
  throw new MimesisError('io', `${join(wordFolder, base)} exists and is not a package of this clip.`, {
    remedy: 'Move it away, or export into another folder.',
  });
}

/** By content, not by id: a workspace made anew gives the same clip another id. */
async function holdsClip(folder: string, clip: UnrealClip): Promise<boolean> {
  const entry = await readIndexEntry(folder);
  return entry.kind === 'entry' && entry.entry.word === clip.word && entry.entry.sha1 === clip.sha1;
}

function existingName(existing: readonly string[], name: string): string {
  return existing.find((one) => foldName(one) === foldName(name)) ?? name;
}
