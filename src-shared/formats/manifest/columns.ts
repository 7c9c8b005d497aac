import { MimesisError } from '../../contract/index.ts';

/** Where a manifest's columns are (0-based), and the names of those it has beyond the known ones. */
export type ManifestColumns = {
  count: number;
  word: number;
  path: number;
  filename: number | undefined;
  remoteUrl: number | undefined;
  extra: { index: number; name: string }[];
};

const WORD_NAMES = ['word', 'gloss', 'label', 'ord', 'sign'];
const FILENAME_NAMES = ['filename', 'file_name', 'filnavn'];
/** In order of preference: a manifest with both a path and a plain file name means the path. */
const PATH_NAMES = [
  'local_path',
  'path',
  'video_path',
  'file_path',
  'filepath',
  'sti',
  'file',
  'video',
  'fil',
  ...FILENAME_NAMES,
];
const URL_NAMES = ['remote_url', 'url', 'video_url'];

/** Column names shown of a header in which nothing is recognised. */
const SHOWN_NAMES = 12;
const SHOWN_CHARACTERS = 40;

/**
 * Finds a manifest's columns by name; case, and spaces or hyphens for underscores, make no difference.
 * @throws MimesisError `invalid_manifest`, naming the columns found, if there is none for the word or for the file.
 */
export function findColumns(header: readonly string[]): ManifestColumns {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const word = find(names, WORD_NAMES);
  const path = find(names, PATH_NAMES);
  if (word === undefined || path === undefined) throw unrecognised(header, word, path);
  const named = find(names, FILENAME_NAMES);
  const filename = named === path ? undefined : named;
  const remoteUrl = find(names, URL_NAMES);
  const known = new Set([word, path, filename, remoteUrl]);
  const extra = header
    .map((name, index) => ({ index, name }))
    .filter(({ index, name }) => name !== '' && !known.has(index));
  return { count: header.length, word, path, filename, remoteUrl, extra };
}

function find(names: readonly string[], aliases: readonly string[]): number | undefined {
  const alias = aliases.find((candidate) => names.includes(candidate));
  return alias === undefined ? undefined : names.indexOf(alias);
}

function unrecognised(header: readonly string[], word?: number, path?: number): MimesisError {
  const absent = [
    ...(word === undefined ? [`the word (${WORD_NAMES.join(', ')})`] : []),
    ...(path === undefined ? [`the file (${PATH_NAMES.join(', ')})`] : []),
  ].join(' and none for ');
  const shown = header.slice(0, SHOWN_NAMES).map((name) => `"${name.slice(0, SHOWN_CHARACTERS)}"`);
  if (header.length > SHOWN_NAMES) shown.push(`${header.length - SHOWN_NAMES} more`);
  return new MimesisError(
    'invalid_manifest',
    `The first line of the manifest names the columns ${shown.join(', ')}: there is none for ${absent}.`,
    { remedy: 'Give the manifest a first line that names its columns, for example: word;local_path' },
  );
}
