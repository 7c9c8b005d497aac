import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { python } from './testing/runInEditor.ts';
import { sampleSource } from './testing/samplePackage.ts';
import { writeUnrealPackage } from './writeUnrealPackage.ts';

let root = '';
let folder = '';
let script = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unreal-dry-run-'));
  const source = await sampleSource(root, { word: 'blåbær' }, [{}, null, {}]);
  ({ folder } = await writeUnrealPackage({ ...source, outFolder: join(root, 'out') }));
  script = join(folder, 'unreal_import.py');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function change(name: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, name), text.replace(from, to));
}

describe('the importer outside Unreal', () => {
  it('says with --dry-run what it would make', async () => {
    const { stdout } = await python([script, '--dry-run']);
    expect(stdout).toMatch(
      /^\/Game\/NSL\/Animations\/blabaer_\w{8}\/hallo_01: 2 of 3 frames show a face, 80 curves, 11 frames at 25 fps$/m,
    );
    expect(stdout).toContain('nothing was made');
  });

  it('says without it where to run it', async () => {
    await expect(python([script])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^This is not Unreal's Python/),
    });
  });

  it('runs on the oldest Python that Unreal 5.2 has, 3.9', async () => {
    const check = 'import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 9))';
    await expect(python(['-c', check, script])).resolves.toMatchObject({ stderr: '' });
  });

  it.each([
    ['meta.json', '"version": 1', '"version": 2', 'meta.json has version 2; this importer knows 1'],
    ['meta.json', '{', '[', 'meta.json cannot be read'],
    ['metahuman_mapping.json', '"version": 1', '"version": "1"', "has version '1'; this importer knows 1"],
    ['metahuman_mapping.json', 'clamped_ratio', 'cubic', "a rule 'cubic', unknown to this importer"],
    ['meta.json', '"total": 3', '"total": 4', 'is not the track that meta.json describes'],
  ])('refuses a %s with %s changed to %s in plain words', async (name, from, to, message) => {
    await change(name, from, to);
    await expect(python([script, '--dry-run'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    });
  });

  it.each([
    ['torn', Buffer.from('torn'), /cannot be read/],
    ['empty', gzipSync(''), /cannot be read/],
    [
      'an older track',
      gzipSync('{"format":"mimesis-tracking","version":"v1"}\n'),
      /has version 'v1'; this importer knows 'v2'/,
    ],
  ])('refuses a track that is %s', async (_, bytes, message) => {
    await writeFile(join(folder, 'tracking_v2.jsonl.gz'), bytes);
    await expect(python([script, '--dry-run'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
  });
});
