import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { isAbsence, systemReason } from '../files/index.ts';
import { existingForm } from './existingForm.ts';
import { fileEntry, type InputListing } from './input.ts';
import { readFolder, VIDEO_EXTENSIONS } from './readFolder.ts';
import { readManifest } from './readManifest.ts';

const MANIFEST_EXTENSIONS = ['.csv', '.tsv', '.txt'];

/**
 * The videos a path stands for: the rows of a manifest (.csv, .tsv, .txt), the videos in a folder, or the file
 * itself, a video or still image whatever its extension. Of the files named nothing is read yet: they may prove
 * missing or damaged.
 * @throws MimesisError `missing_file` or `io` if the path itself cannot be read, `invalid_manifest`, or `usage` for a
 *   folder without a video.
 */
export async function readInput(path: string): Promise<InputListing> {
  const found = await existingForm('.', path);
  try {
    const info = await stat(found);
    if (info.isDirectory()) return await readVideoFolder(found);
    if (info.isFile() && MANIFEST_EXTENSIONS.includes(extname(found).toLowerCase())) {
      return await readManifest(found);
    }
    return { entries: [fileEntry(found)], problems: [] };
  } catch (cause) {
    if (cause instanceof MimesisError) throw cause;
    if (isAbsence(cause))
      throw new MimesisError('missing_file', `There is no file or folder ${path}.`, { cause });
    throw new MimesisError('io', `${path} cannot be read: ${systemReason(cause)}.`, { cause });
  }
}

async function readVideoFolder(folder: string): Promise<InputListing> {
  const listing = await readFolder(folder);
  if (listing.entries.length > 0 || listing.problems.length > 0) return listing;
  throw new MimesisError('usage', `There is no video in the folder ${folder}.`, {
    remedy: `Name a folder that holds videos (${VIDEO_EXTENSIONS.join(' ')}), or a manifest or a single file.`,
  });
}
