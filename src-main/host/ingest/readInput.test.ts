import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MimesisError } from '#shared/contract/index.ts';
import { inspectFile } from './inspectFile.ts';
import { readInput } from './readInput.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mimesis-ingest-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array = 'video'): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function listed(path: string): Promise<[word: string, path: string][]> {
  const { entries } = await readInput(path);
  return entries.map((entry) => [entry.word, entry.path.slice(folder.length + 1)]);
}

describe('a manifest', () => {
  it('with a BOM, semicolons, æøå, duplicates, a missing file and a malformed row', async () => {
    await put('videoer/blåbær.mp4');
    const manifest = await put(
      'liste.csv',
      [
        '\uFEFFOrd;local_path;remote_url;region',
        'blåbær;videoer/blåbær.mp4;https://example.org/1;Oslo',
        'blåbær;videoer\\blåbær.mp4;;Oslo',
        'bær;videoer/blåbær.mp4;;"Møre;\nog Romsdal"',
        'borte;videoer/borte.mp4;;',
        'for få felt',
        'ære;"videoer/ære.mp4;;',
        '',
      ].join('\r\n'),
    );
    const video = join(folder, 'videoer/blåbær.mp4');
    const { entries, problems } = await readInput(manifest);
    expect(entries).toEqual([
      {
        word: 'blåbær',
        path: video,
        filename: 'blåbær.mp4',
        remoteUrl: 'https://example.org/1',
        lineNumber: 2,
        extra: { region: 'Oslo' },
      },
      { word: 'blåbær', path: video, filename: 'blåbær.mp4', lineNumber: 3, extra: { region: 'Oslo' } },
      {
        word: 'bær',
        path: video,
        filename: 'blåbær.mp4',
        lineNumber: 4,
        extra: { region: 'Møre;\nog Romsdal' },
      },
      {
        word: 'borte',
        path: join(folder, 'videoer/borte.mp4'),
        filename: 'borte.mp4',
        lineNumber: 6,
        extra: { region: '' },
      },
    ]);
    expect(problems).toEqual([
      { lineNumber: 7, message: 'The row has 1 field, the header has 4.' },
      { lineNumber: 8, message: 'A quote is opened but not closed.' },
    ]);
    const inspections = await Promise.all(entries.map((entry) => inspectFile(entry.path)));
    expect(inspections.map(({ kind }) => kind)).toEqual(['ready', 'ready', 'ready', 'missing_file']);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
  ])('in %s', async (_name, encode) => {
    const video = await put('blåbær.mp4');
    const manifest = await put('liste.TSV', encode('word\tfile\nblåbær\tblåbær.mp4\n'));
    expect((await readInput(manifest)).entries).toMatchObject([{ word: 'blåbær', path: video }]);
  });

  it('finds files whose names on disk are decomposed, as archives made on macOS leave them', async () => {
    const name = 'blåbær.mp4'.normalize('NFD');
    const video = await put(join('gå'.normalize('NFD'), name));
    const manifest = await put('liste.csv', `word,path\nblåbær,gå/blåbær.mp4\n`);
    expect((await readInput(manifest)).entries).toMatchObject([
      { word: 'blåbær', path: video, filename: 'blåbær.mp4' },
    ]);
  });

  it('may name files by absolute path', async () => {
    const video = await put('elsewhere/hei.mp4');
    const manifest = await put('lists/liste.txt', `word|path\nhei|${video}`);
    expect(await listed(manifest)).toEqual([['hei', 'elsewhere/hei.mp4']]);
  });

  it('is refused when its columns are not known', async () => {
    const manifest = await put('liste.csv', 'a,b\n1,2');
    await expect(readInput(manifest)).rejects.toMatchObject({ kind: 'invalid_manifest' });
  });

  it('fails with nothing but a MimesisError on random bytes', async () => {
    const manifest = join(folder, 'liste.csv');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await writeFile(manifest, bytes);
        const outcome = await readInput(manifest).catch((error: unknown) => error);
        expect(outcome instanceof MimesisError || !(outcome instanceof Error)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a single file', () => {
  it('is one entry with its own name as the word', async () => {
    const video = await put('blåbær.MOV'.normalize('NFD'));
    expect(await readInput(video)).toEqual({
      entries: [{ word: 'blåbær', path: video, filename: 'blåbær.MOV', extra: {} }],
      problems: [],
    });
    expect(await listed(await put('pose.jpg'))).toEqual([['pose', 'pose.jpg']]);
  });

  it('is found when its name on disk is decomposed and the one given is not', async () => {
    const video = await put('gå.mp4'.normalize('NFD'));
    const { entries } = await readInput(join(folder, 'gå.mp4'));
    expect(entries[0]?.path).toBe(video);
  });

  it('must exist', async () => {
    await expect(readInput(join(folder, 'none.mp4'))).rejects.toMatchObject({ kind: 'missing_file' });
    const file = await put('a.mp4');
    await expect(readInput(join(file, 'b.csv'))).rejects.toMatchObject({ kind: 'missing_file' });
  });
});

describe('a folder', () => {
  it('gives its videos in code-point order, the word being the sub-folder or the file name', async () => {
    for (const name of ['b.mp4', 'a.webm', 'ål/2.mp4', 'ål/1.mp4', 'set/Hei/x.MOV', '\uFF5E.mp4', '😀.mp4']) {
      await put(name);
    }
    expect(await listed(folder)).toEqual([
      ['a', 'a.webm'],
      ['b', 'b.mp4'],
      ['Hei', 'set/Hei/x.MOV'],
      ['ål', 'ål/1.mp4'],
      ['ål', 'ål/2.mp4'],
      ['\uFF5E', '\uFF5E.mp4'],
      ['😀', '😀.mp4'],
    ]);
  });

  it('passes over hidden files and folders and what is no video', async () => {
    for (const name of ['a.mp4', '._a.mp4', '.cache/b.mp4', 'notes.txt', 'thumbnail.jpg', 'mp4'])
      await put(name);
    expect(await listed(folder)).toEqual([['a', 'a.mp4']]);
  });

  it('lists a folder named like a video, and searches it', async () => {
    await put('x.mp4/real.mp4');
    expect(await listed(folder)).toEqual([
      ['x', 'x.mp4'],
      ['x.mp4', 'x.mp4/real.mp4'],
    ]);
  });

  it('follows links, but not round in circles', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'mimesis-linked-'));
    await writeFile(join(outside, 'far.mp4'), 'video');
    await put('sub/a.mp4');
    await symlink(outside, join(folder, 'linked'));
    await symlink('..', join(folder, 'sub/up'));
    await symlink('itself', join(folder, 'itself'));
    await symlink('nowhere.mp4', join(folder, 'broken.mp4'));
    expect(await listed(folder)).toEqual([
      ['broken', 'broken.mp4'],
      ['linked', 'linked/far.mp4'],
      ['sub', 'sub/a.mp4'],
    ]);
    await rm(outside, { recursive: true });
  });

  it('is refused when there is no video in it', async () => {
    await expect(readInput(folder)).rejects.toMatchObject({ kind: 'usage' });
  });
});
