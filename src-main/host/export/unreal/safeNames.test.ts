import { basename, join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, safeBaseName, safeFolderName, unrealName } from './safeNames.ts';

/** Any text, and text made of what is dangerous in a path. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        'C:',
        'CON',
        'nul',
        ' ',
        '\0',
        '\n',
        '~',
        'å',
        'a\u030a',
        '\ud800',
        '\u202e',
        'index.json',
        '?',
        '_',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('folder names', () => {
  it.each(['hallo', 'HALLO', 'blåbærøl', 'god morgen', 'hallo-2', 'v1.2', '手話', '~temp'])(
    'keep %j as it is',
    (word) => {
      expect(safeFolderName(word)).toBe(word);
    },
  );

  it('are composed, however the word was typed', () => {
    expect(safeFolderName('a\u030a')).toBe('å');
  });

  it.each([
    ['hva?', /^hva_[0-9a-f]{8}$/],
    ['inn/ut', /^inn_ut_[0-9a-f]{8}$/],
    ['..', /^unnamed_[0-9a-f]{8}$/],
    ['', /^unnamed_[0-9a-f]{8}$/],
    ['.git', /^git_[0-9a-f]{8}$/],
    ['slutt. ', /^slutt_[0-9a-f]{8}$/],
    ['con', /^_con_[0-9a-f]{8}$/],
    ['Nul.txt', /^_Nul\.txt_[0-9a-f]{8}$/],
    ['index.json', /^_index\.json_[0-9a-f]{8}$/],
  ])('say of %j that something was changed', (word, name) => {
    expect(safeFolderName(word)).toMatch(name);
  });

  it('stay one visible, portable folder inside the export, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        const name = safeFolderName(word);
        expect(resolve('/out', name)).toBe(`${sep}out${sep}${name}`);
        expect(basename(join('/out', name))).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(96);
        expect(name).not.toMatch(/^[.\s]|[.\s]$|[\\/:*?"<>|\p{Cc}]/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|^index\.json$/iu);
        expect(safeFolderName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  it('differ for different words', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        fc.pre(a.normalize('NFC').toWellFormed() !== b.normalize('NFC').toWellFormed());
        expect(safeFolderName(a)).not.toBe(safeFolderName(b));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['hallo_01.mp4', 'hallo_01'],
    ['v1.2.mov', 'v1.2'],
    ['clips\\blå.mp4', 'blå'],
    ['uten-endelse', 'uten-endelse'],
  ])('of the video %j leave folders and ending away', (filename, name) => {
    expect(safeBaseName(filename)).toBe(name);
  });
});

describe('Unreal names', () => {
  it.each([
    ['hallo_01', /^hallo_01$/],
    ['HALLO', /^HALLO$/],
    ['bær', /^baer_[0-9a-f]{8}$/],
    ['ØL', /^OL_[0-9a-f]{8}$/],
    ['må', /^ma_[0-9a-f]{8}$/],
    ['über', /^uber_[0-9a-f]{8}$/],
    ['god morgen', /^god_morgen_[0-9a-f]{8}$/],
    ['手話', /^unnamed_[0-9a-f]{8}$/],
  ])('write %j in ASCII', (word, name) => {
    expect(unrealName(word)).toMatch(name);
  });

  it('differ for different words, also where Unreal ignores case', () => {
    const word = fc.oneof(hostile, fc.string({ unit: fc.constantFrom('a', 'å', 'A', 'æ', 'e', '_', ' ') }));
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(foldName(a.toWellFormed()) !== foldName(b.toWellFormed()));
        expect(unrealName(a)).toMatch(/^[A-Za-z0-9_]{1,64}$/);
        expect(unrealName(a).toLowerCase()).not.toBe(unrealName(b).toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });
});
