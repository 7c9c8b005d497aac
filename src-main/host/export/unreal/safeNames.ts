import { createHash } from 'node:crypto';

/** Longest name kept whole, in UTF-8 bytes: file systems allow 255, and temporary names beside it are longer. */
const LONGEST_FOLDER = 96;
const CUT_FOLDER = 80;
/** Unreal's default limit is 260 characters for the whole path of an asset's file. */
const LONGEST_ASSET = 64;
const CUT_ASSET = 55;

/** Separators and what Windows forbids in names; control, format (as the one that turns text round) and private characters. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Dots and spaces at the ends: hidden on Unix, dropped by Windows. */
const OUTER_DOTS_AND_SPACES = /^[.\s]+|[.\s]+$/gu;
/** Names that Windows keeps for devices, whatever follows the first dot, and the name of the export's own index. */
const RESERVED = /^(?:(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?|index\.json)$/iu;

/** Letters that do not fall apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  ð: 'd',
  Ð: 'D',
  đ: 'd',
  Đ: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
};

/**
 * A word as the name of one folder on any file system; letters such as æøå stay. Where anything had to be changed a
 * hash of the word is added, so that different words keep different names. Never a path, hidden, reserved or empty.
 */
export function safeFolderName(word: string): string {
  const original = word.normalize('NFC');
  const kept = cutBytes(original.toWellFormed().replace(FORBIDDEN, '_')).replace(OUTER_DOTS_AND_SPACES, '');
  if (kept === original && kept !== '' && !RESERVED.test(kept)) return kept;
  const stem = kept.replace(/_+$/, '').replace(OUTER_DOTS_AND_SPACES, '') || 'unnamed';
  return withHash(RESERVED.test(stem) ? `_${stem}` : stem, original);
}

/** The folder name of a video: its file name without folders and ending. */
export function safeBaseName(filename: string): string {
  const name = filename.split(/[\\/]/).at(-1) ?? '';
  return safeFolderName(name.replace(/(?<=.)\.[^.]*$/u, ''));
}

/**
 * A name of ASCII letters, digits and underscores for an Unreal asset or content folder: æ becomes ae, ø o, å a, marks
 * are dropped. Where anything was lost a hash is added, so that different words keep different names.
 */
export function unrealName(text: string): string {
  const original = text.normalize('NFC');
  const ascii = original
    .replace(/[^A-Za-z0-9_]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/gu, '_');
  if (ascii === original && ascii !== '' && ascii.length <= LONGEST_ASSET) return ascii;
  const stem = ascii.slice(0, CUT_ASSET).replace(/^_+|_+$/g, '') || 'unnamed';
  return withHash(stem, original);
}

/** Equal for names that Windows, macOS or Unreal take for the same. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function withHash(stem: string, original: string): string {
  return `${stem}_${createHash('sha256').update(original).digest('hex').slice(0, 8)}`;
}

function cutBytes(text: string): string {
  if (Buffer.byteLength(text) <= LONGEST_FOLDER) return text;
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > CUT_FOLDER) break;
    cut += character;
  }
  return cut;
}
