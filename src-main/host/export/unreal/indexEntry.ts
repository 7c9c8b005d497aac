import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  UNREAL_PACKAGE_FILES,
  type UnrealIndexEntry,
  unrealIndexEntrySchema,
} from '#shared/formats/index.ts';

export type FoundEntry =
  | { readonly kind: 'entry'; readonly entry: UnrealIndexEntry }
  /** The folder is no package of ours. */
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged'; readonly reason: string };

/** The `index_entry.json` of a package folder. Never throws. */
export async function readIndexEntry(folder: string): Promise<FoundEntry> {
  let text: string;
  try {
    text = await readFile(join(folder, UNREAL_PACKAGE_FILES.indexEntry), 'utf8');
  } catch (error) {
    const isAbsent =
      error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(`${error.code}`);
    return isAbsent ? { kind: 'none' } : { kind: 'damaged', reason: `cannot be read (${error})` };
  }
  try {
    return { kind: 'entry', entry: unrealIndexEntrySchema.parse(JSON.parse(text)) };
  } catch {
    return { kind: 'damaged', reason: 'is not a valid index entry' };
  }
}
