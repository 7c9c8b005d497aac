import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MimesisError } from '../../contract/index.ts';
import { DELIMITERS } from './delimiter.ts';
import { type ManifestRow, parseManifest } from './manifest.ts';
import { decodeText } from './textEncoding.ts';

function rowsOf(text: string): ManifestRow[] {
  return parseManifest(text).filter((record) => record.kind === 'row');
}

function problemLines(text: string): number[] {
  return parseManifest(text).flatMap((record) => (record.kind === 'problem' ? [record.lineNumber] : []));
}

function errorOf(text: string): MimesisError | undefined {
  try {
    parseManifest(text);
  } catch (error) {
    if (error instanceof MimesisError) return error;
    throw error;
  }
  return undefined;
}

describe('parseManifest', () => {
  it('reads the word, the path, the URL and further columns of each row', () => {
    expect(
      parseManifest('Word;Local Path;remote_url;region\nhei;v/hei.mp4;https://x.no/1;Oslo\nha;b.mp4;;\n'),
    ).toEqual([
      {
        kind: 'row',
        lineNumber: 2,
        word: 'hei',
        path: 'v/hei.mp4',
        filename: 'hei.mp4',
        remoteUrl: 'https://x.no/1',
        extra: { region: 'Oslo' },
      },
      { kind: 'row', lineNumber: 3, word: 'ha', path: 'b.mp4', filename: 'b.mp4', extra: { region: '' } },
    ]);
  });

  it.each(['word', 'GLOSS', ' label ', 'ord', 'Sign'])('takes %j as the column of the word', (name) => {
    expect(rowsOf(`${name},path\nhei,a.mp4`)).toMatchObject([{ word: 'hei', path: 'a.mp4' }]);
  });

  it.each(['local_path', 'Path', 'FILE', 'video', 'filename', 'filepath', 'video-path', 'File Path'])(
    'takes %j as the column of the file',
    (name) => {
      expect(rowsOf(`word,${name}\nhei,a.mp4`)).toMatchObject([
        { path: 'a.mp4', filename: 'a.mp4', extra: {} },
      ]);
    },
  );

  it('prefers the path over a plain file name, and keeps both', () => {
    const [row] = rowsOf('filename,word,local_path\nhei.mp4,hei,D:\\videoer\\1.mp4');
    expect(row).toMatchObject({ path: 'D:\\videoer\\1.mp4', filename: 'hei.mp4', extra: {} });
  });

  it('gives the last part of the path as the file name, with either slash', () => {
    expect(rowsOf('word,path,filename\nhei,D:\\v\\1.mp4,\nha,v/2.mp4,')).toMatchObject([
      { filename: '1.mp4' },
      { filename: '2.mp4' },
    ]);
  });

  it('composes decomposed text and leaves æøå alone', () => {
    const [row] = rowsOf('word,path\nbla\u030Abærøl,bla\u030A.mp4');
    expect(row).toMatchObject({ word: 'bl\u00E5bærøl', path: 'bl\u00E5.mp4' });
  });

  it('skips malformed rows, naming their lines, and keeps all others', () => {
    const text = [
      'word,path',
      'a,a.mp4',
      'too,many,fields',
      'few',
      ',no-word.mp4',
      'no-path,',
      'b,b.mp4',
    ].join('\r\n');
    expect(rowsOf(text).map((row) => [row.lineNumber, row.word])).toEqual([
      [2, 'a'],
      [7, 'b'],
    ]);
    expect(parseManifest(text).filter((record) => record.kind === 'problem')).toEqual([
      { kind: 'problem', lineNumber: 3, message: 'The row has 3 fields, the header has 2.' },
      { kind: 'problem', lineNumber: 4, message: 'The row has 1 field, the header has 2.' },
      { kind: 'problem', lineNumber: 5, message: 'The word is empty.' },
      { kind: 'problem', lineNumber: 6, message: 'The path of the file is empty.' },
    ]);
  });

  it('numbers lines as an editor does, with quoted line ends and blank lines', () => {
    const text = '\n\nword,path,note\n\na,a.mp4,"two\r\nlines"\r\n\r\n,,\r\nb,b.mp4,\r\nbad\r\n';
    expect(rowsOf(text).map((row) => row.lineNumber)).toEqual([5, 9]);
    expect(problemLines(text)).toEqual([10]);
  });

  it.each([
    ['at the end of the file', 'a,"a.mp4\nb,b.mp4\nc,c.mp4'],
    ['before another quoted field', 'a,"a.mp4\n"b","b.mp4"\nc,c.mp4'],
    ['before a stray closing quote', 'a,"a.mp4\nb,b.mp4\nc,c.mp4\nd,d.mp4"'],
  ])('loses no row to an unclosed quote %s', (_name, body) => {
    const text = `word,path\n${body}`;
    expect(problemLines(text)[0]).toBe(2);
    expect(rowsOf(text)).toMatchObject([
      { lineNumber: 3, word: 'b' },
      { lineNumber: 4, word: 'c' },
    ]);
  });

  it('keeps duplicates: the caller decides what they mean', () => {
    expect(rowsOf('word,path\nhei,a.mp4\nhei,a.mp4\nhallo,a.mp4')).toHaveLength(3);
  });

  it('names the columns found and those expected when it recognises none', () => {
    const error = errorOf('navn;klokke\nhei;12');
    expect(error?.kind).toBe('invalid_manifest');
    expect(error?.message).toContain('"navn", "klokke"');
    expect(error?.message).toContain('word (word, gloss');
    expect(error?.message).toContain('file (local_path, path');
    expect(errorOf('word;klokke\nhei;12')?.message).not.toContain('gloss');
  });

  it.each([
    ['nothing', ''],
    ['blank lines only', ' \r\n\r\n'],
    ['a header only', 'word,path\r\n'],
    ['a header that is malformed', 'word,"path\nhei,a.mp4'],
    ['something that is not text', 'word,path\nhei,\0.mp4'],
  ])('refuses %s', (_name, text) => {
    expect(errorOf(text)?.kind).toBe('invalid_manifest');
  });

  it('reads 100,000 rows in well under a second', () => {
    const line = (index: number) =>
      `blåbær ${index};mappe ${index % 100}/fil_${index}.mp4;"et notat; nr ${index}"\n`;
    const text = `ord;local_path;notat\n${Array.from({ length: 100_000 }, (_, index) => line(index)).join('')}`;
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      expect(parseManifest(text)).toHaveLength(100_000);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it('reads a hundred thousand unclosed quotes in time linear in their number', () => {
    const body = '"a,b.mp4\n"""a",b.mp4,"\n'.repeat(50_000);
    const start = performance.now();
    expect(parseManifest(`word,path\n${body}`)).not.toHaveLength(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('a table written by a program', () => {
  const encoders: Record<string, (text: string) => Uint8Array> = {
    'UTF-8': (text) => Buffer.from(text),
    'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
    'UTF-16 LE': (text) => Buffer.from(text, 'utf16le'),
    'UTF-16 LE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'UTF-16 BE': (text) => Buffer.from(text, 'utf16le').swap16(),
    'UTF-16 BE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    'Windows-1252': (text) => Buffer.from(text, 'latin1'),
  };
  // Characters that all the encodings have; the header's ø alone is what makes Windows-1252 invalid UTF-8.
  const unit = fc.constantFrom(...'abcæøåÆØÅéü0 "\'/\\.,;|\t-'.split(''));
  const text = fc.string({ unit, maxLength: 12 }).map((value) => value.trim());
  const name = text.filter((value) => value !== '' && !/^[/\\]+$/.test(value));
  const notes = fc.tuple(text, text).map(([first, second]) => `${first}\n${second}`.trim());
  const rows = fc.array(fc.record({ word: name, path: name, note: notes }), { minLength: 1, maxLength: 8 });

  it('reads back equal, whatever its delimiter, encoding and line end', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...Object.values(encoders)),
        fc.constantFrom('\n', '\r\n', '\r'),
        (written, delimiter, encode, lineEnd) => {
          const table = [
            ['gloss', 'path', 'bøker'],
            ...written.map(({ word, path, note }) => [word, path, note]),
          ];
          const csv = table.map((row) => row.map(quote).join(delimiter)).join(lineEnd);
          const read = rowsOf(decodeText(encode(csv)).text);
          const seen = read.map(({ word, path, extra: { bøker: note } }) => ({ word, path, note }));
          expect(seen).toEqual(written);
        },
      ),
    );
  });

  it('fails with nothing but a MimesisError on random bytes and random text', () => {
    const scrap = fc.constantFrom(
      'word',
      'path',
      'a.mp4',
      '"',
      '""',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r\n',
      ' ',
      'ø',
    );
    const scraps = fc.array(scrap, { maxLength: 60 }).map((parts) => `word,path\n${parts.join('')}`);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void errorOf(decodeText(bytes).text)),
    );
    fc.assert(fc.property(scraps, (table) => void errorOf(table)));
  });

  it('accounts for every line that has anything on it', () => {
    const line = fc.constantFrom(
      'a,a.mp4',
      'b,"b.mp4',
      '"c","c.mp4"',
      'd',
      'e,e"',
      '"f"f,f',
      ',g.mp4',
      'h,"h,h.mp4"',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const numbers = parseManifest(`word,path\n${lines.join('\n')}`).map((record) => record.lineNumber);
        expect(numbers).toEqual(lines.map((_, index) => index + 2));
      }),
    );
  });
});

function quote(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
