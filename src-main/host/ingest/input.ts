import { basename, extname } from 'node:path';

/** One video (or still image) that the input names. `path` is absolute; `word` and `filename` are NFC. */
export type InputEntry = {
  word: string;
  path: string;
  filename: string;
  remoteUrl?: string;
  /** The 1-based line of the manifest that names it. */
  lineNumber?: number;
  /** A manifest's further columns by name. */
  extra: Record<string, string>;
};

/** A part of the input that was passed over, with the reason; with its line number where it is a line of a manifest. */
export type RowProblem = { lineNumber?: number; message: string };

/** What an input names, in its own order (manifest) or by path (folder). The entries are not checked to exist. */
export type InputListing = { entries: InputEntry[]; problems: RowProblem[] };

/** The entry of a file that no manifest describes; its own name without extension is the word unless one is given. */
export function fileEntry(path: string, word = basename(path, extname(path))): InputEntry {
  return { word: word.normalize('NFC'), path, filename: basename(path).normalize('NFC'), extra: {} };
}
