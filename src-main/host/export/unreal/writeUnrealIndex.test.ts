import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type UnrealIndex, unrealIndexSchema } from '#shared/formats/index.ts';
import { sampleSource } from './testing/samplePackage.ts';
import { writeUnrealIndex } from './writeUnrealIndex.ts';
import { writeUnrealPackage } from './writeUnrealPackage.ts';

let root = '';
let outFolder = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unreal-index-'));
  outFolder = join(root, 'out');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function exportWord(word: string): Promise<void> {
  await writeUnrealPackage({ ...(await sampleSource(root, { word }, [{}])), outFolder });
}

async function readIndex(): Promise<UnrealIndex> {
  return unrealIndexSchema.parse(JSON.parse(await readFile(join(outFolder, 'index.json'), 'utf8')));
}

it('lists every package, from this export and earlier ones, sorted by folder', async () => {
  await exportWord('takk');
  await writeUnrealIndex(outFolder);
  await exportWord('ønske');
  await exportWord('hallo');
  expect(await writeUnrealIndex(outFolder)).toMatchObject({ packages: 3, problems: [] });
  const { entries } = await readIndex();
  expect(entries.map(({ folder }) => folder)).toEqual(['hallo/hallo_01', 'takk/hallo_01', 'ønske/hallo_01']);
  expect((await readdir(outFolder)).sort()).toEqual(['hallo', 'index.json', 'takk', 'ønske']);
});

it('is the same for the same packages', async () => {
  await exportWord('takk');
  await writeUnrealIndex(outFolder);
  const first = await readFile(join(outFolder, 'index.json'), 'utf8');
  await writeUnrealIndex(outFolder);
  expect(await readFile(join(outFolder, 'index.json'), 'utf8')).toBe(first);
});

it('names a package by where it lies now', async () => {
  await exportWord('takk');
  await rename(join(outFolder, 'takk'), join(outFolder, 'thanks'));
  await writeUnrealIndex(outFolder);
  expect((await readIndex()).entries[0]).toMatchObject({ folder: 'thanks/hallo_01', word: 'takk' });
});

it('leaves out what is no package, and reports one whose entry is damaged', async () => {
  await exportWord('takk');
  await mkdir(join(outFolder, 'notes', 'mine'), { recursive: true });
  await mkdir(join(outFolder, 'hallo', '.hallo_01.1.0123abcd.new'), { recursive: true });
  await mkdir(join(outFolder, 'ut', 'ut_01'), { recursive: true });
  await writeFile(join(outFolder, 'ut', 'ut_01', 'index_entry.json'), '{"format":');
  const { packages, problems } = await writeUnrealIndex(outFolder);
  expect(packages).toBe(1);
  expect(problems).toEqual(['ut/ut_01/index_entry.json is not a valid index entry']);
});

it('cannot be written where there is no export', async () => {
  await expect(writeUnrealIndex(join(root, 'nowhere'))).rejects.toMatchObject({ kind: 'io' });
});
