import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { systemReason } from '../files/index.ts';
import { fileEntry, type InputListing } from './input.ts';

/** What counts as a video in a folder: the containers that cameras, phones and sign-language corpora use. */
export const VIDEO_EXTENSIONS =
  '.3gp .avi .flv .m2ts .m4v .mkv .mov .mp4 .mpeg .mpg .mts .mxf .ogv .webm .wmv'.split(' ');

/**
 * The videos in a folder and its sub-folders, names in code-point order. Hidden names are passed over; links are
 * followed, except into a folder that contains them. A folder named like a video is listed, so that it gets
 * reported, and searched too. The word is the name of the sub-folder a video lies in, at the top the file's own.
 */
export async function readFolder(root: string): Promise<InputListing> {
  const listing: InputListing = { entries: [], problems: [] };
  await search(root, []);
  return listing;

  async function search(folder: string, above: readonly string[]): Promise<void> {
    const real = await realpath(folder).catch(() => folder);
    if (above.includes(real)) return;
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      if (VIDEO_EXTENSIONS.includes(extname(name).toLowerCase())) {
        listing.entries.push(fileEntry(path, folder === root ? undefined : basename(folder)));
      }
      if (await isFolder(path)) await search(path, [...above, real]);
    }
  }

  async function namesIn(folder: string): Promise<string[]> {
    try {
      const names = await readdir(folder);
      return names.filter((name) => !name.startsWith('.')).sort(byCodePoint);
    } catch (error) {
      listing.problems.push({ message: `The folder ${folder} cannot be read: ${systemReason(error)}.` });
      return [];
    }
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

/** UTF-8 bytes sort as code points do; JavaScript's own string order does not beyond U+FFFF. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
