import { describe, expect, it } from 'vitest';
import { foldersOf, groupByTake } from './foundFiles.ts';

const found = (...paths: string[]) =>
  paths.map((path) => ({ path, file: new File([], path.split('/').at(-1) ?? '') }));
const grouped = (...paths: string[]) =>
  groupByTake(found(...paths)).map(({ name, files }) => [name, files.map(({ path }) => path)]);

describe('files that were dropped', () => {
  it('are a take each, or those of a folder together', () => {
    expect(grouped('a.csv', 'b.jsonl', '/Take/face.csv', '/Take/face.mov', 'c.txt')).toEqual([
      ['a.csv', ['a.csv']],
      ['b.jsonl', ['b.jsonl']],
      ['Take', ['Take/face.csv', 'Take/face.mov']],
    ]);
  });

  it('may lie in folders of folders; what is hidden or no take is left out', () => {
    expect(grouped('Day/One/x.csv', 'Day/One/.DS_Store', 'Day/Two/y.csv', 'Day/notes/z.txt')).toEqual([
      ['One', ['One/x.csv']],
      ['Two', ['Two/y.csv']],
    ]);
  });
});

describe('a folder that was chosen', () => {
  it('is found by the files in it, on any system', () => {
    expect(
      foldersOf([
        { path: 'Take/a.csv', full: '/home/ada/Take/a.csv' },
        { path: 'Take/sub/b.csv', full: '/home/ada/Take/sub/b.csv' },
      ]),
    ).toEqual(['/home/ada/Take']);
    expect(foldersOf([{ path: 'Take/a.csv', full: 'C:\\Ada\\Take\\a.csv' }])).toEqual(['C:\\Ada\\Take']);
    expect(foldersOf([{ path: 'Take/a.csv', full: undefined }])).toEqual([]);
  });
});
