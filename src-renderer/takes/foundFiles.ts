/** A file that the user chose or dropped. */
export interface FoundFile {
  /** Its name, with those of the folders that it was found in: `Take/face.csv`. */
  readonly path: string;
  readonly file: File;
}

/** Files that are one take: a single one, or those of a folder. */
export interface FoundTake {
  readonly name: string;
  /** Each with its name, and that of its folder where it has one. */
  readonly files: readonly FoundFile[];
}

const FACE = /\.csv$/i;
const LINES = /\.jsonl$/i;

/**
 * The takes among files that lie in folders: each folder with a CSV file is one, and each file of captured frames, and
 * each CSV file that lies in no folder. Others, and hidden ones, are left out.
 */
export function groupByTake(found: readonly FoundFile[]): FoundTake[] {
  const folders = new Map<string, FoundFile[]>();
  const takes: FoundTake[] = [];
  for (const { path, file } of found) {
    const parts = path.split('/').filter((part) => part !== '');
    const name = parts.at(-1) ?? '';
    if (name.startsWith('.')) continue;
    const folder = parts.slice(0, -1).join('/');
    if (LINES.test(name) || (folder === '' && FACE.test(name))) {
      takes.push({ name, files: [{ path: name, file }] });
    } else if (folder !== '') {
      folders.set(folder, [...(folders.get(folder) ?? []), { path: `${parts.at(-2)}/${name}`, file }]);
    }
  }
  for (const [folder, files] of folders) {
    const name = folder.split('/').at(-1) ?? folder;
    if (files.some(({ path }) => FACE.test(path))) takes.push({ name, files });
  }
  return takes;
}

/**
 * The folders that the user chose, by the files in them.
 * @param files each with its path from the chosen folder on, that folder's name first, and its whole path
 */
export function foldersOf(
  files: readonly { readonly path: string; readonly full: string | undefined }[],
): string[] {
  const folders = files.flatMap(({ path, full }) => {
    const [top = ''] = path.split('/');
    return full === undefined ? [] : [full.slice(0, full.length - path.length) + top];
  });
  return [...new Set(folders)];
}
