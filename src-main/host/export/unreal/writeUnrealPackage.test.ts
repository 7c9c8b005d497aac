import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNREAL_PACKAGE_FILES, unrealIndexEntrySchema, unrealMetaSchema } from '#shared/formats/index.ts';
import type { UnrealClip } from './source.ts';
import { sampleClip, sampleSource, twelveFaces } from './testing/samplePackage.ts';
import { writeUnrealPackage } from './writeUnrealPackage.ts';

let root = '';
let outFolder = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unreal-package-'));
  outFolder = join(root, 'out');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const readJson = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(...path), 'utf8'));

async function exportClip(clip: Partial<UnrealClip> = {}, shapes = twelveFaces) {
  return writeUnrealPackage({ ...(await sampleSource(root, clip, shapes)), outFolder });
}

/** All files and folders under the export, as relative paths. */
async function tree(): Promise<string[]> {
  return (await readdir(outFolder, { recursive: true })).sort();
}

describe('a package', () => {
  it('has exactly the five files, under the word and the file name', async () => {
    const { folder } = await exportClip();
    expect(relative(outFolder, folder)).toBe(join('hallo', 'hallo_01'));
    expect((await readdir(folder)).sort()).toEqual(Object.values(UNREAL_PACKAGE_FILES).sort());
    expect(await readdir(join(outFolder, 'hallo'))).toEqual(['hallo_01']);
  });

  it('carries the track byte by byte, and the importer that the app has', async () => {
    const source = await sampleSource(root);
    const { folder } = await writeUnrealPackage({ ...source, outFolder });
    const copy = await readFile(join(folder, UNREAL_PACKAGE_FILES.track));
    expect(copy.equals(await readFile(source.track.path))).toBe(true);
    expect(await readFile(join(folder, UNREAL_PACKAGE_FILES.importer), 'utf8')).toContain('--dry-run');
  });

  it('says in meta.json what is in it and what is not', async () => {
    const { folder } = await exportClip({}, [{}, null, {}]);
    const meta = unrealMetaSchema.parse(await readJson(folder, 'meta.json'));
    expect(meta.content).toMatchObject({
      face: 'curves',
      body: 'landmarks',
      hands: 'landmarks',
      body_solve: false,
    });
    expect(meta.content.notes.join(' ')).toMatch(/2 of 3 frames.*No body solve/);
    expect(meta.track.frames).toEqual({ total: 3, face: 2, pose: 3, left_hand: 3, right_hand: 0 });
    expect(meta.quality).toEqual({ score: 0.87, issues: ['right_hand_missing_100%'], face_coverage: 1 });
  });

  it('says plainly that a face is missing', async () => {
    const { folder } = await exportClip({}, [null, null]);
    const { content } = unrealMetaSchema.parse(await readJson(folder, 'meta.json'));
    expect(content).toMatchObject({
      face: 'absent',
      notes: [expect.stringContaining('Face: absent'), expect.anything()],
    });
  });

  it.each([
    [0.41, 25, 11],
    [0.56, 25, 14], // 0.56 * 25 is 14.000000000000002
    [2, 30, 60],
    [0, 25, 10], // an unknown duration: up to the last frame, at 0.369 s
  ])('of %d s at %d fps gets %d frames', async (durationSeconds, exportFps, frames) => {
    const source = await sampleSource(root, { durationSeconds });
    const { folder } = await writeUnrealPackage({ ...source, outFolder, settings: { exportFps } });
    const { unreal } = unrealMetaSchema.parse(await readJson(folder, 'meta.json'));
    expect(unreal).toMatchObject({ frame_rate: exportFps, number_of_frames: frames });
  });

  it('gets at least one frame', async () => {
    const { folder } = await exportClip({ durationSeconds: 0 }, [{}]);
    expect(await readJson(folder, 'meta.json')).toMatchObject({ unreal: { number_of_frames: 1 } });
  });

  it('tells a catalogue what it needs', async () => {
    const { folder, entry } = await exportClip();
    expect(unrealIndexEntrySchema.parse(await readJson(folder, 'index_entry.json'))).toEqual(entry);
    expect(entry).toMatchObject({
      word: 'hallo',
      folder: 'hallo/hallo_01',
      asset: '/Game/NSL/Animations/hallo/hallo_01',
      frames: 12,
      quality_score: 0.87,
      tracker: { name: 'mediapipe', version: '0.10.35' },
    });
    expect(entry.files).toHaveLength(4);
    for (const { name, bytes, sha256: expected } of entry.files) {
      const content = await readFile(join(folder, name));
      expect([content.length, sha256(content)], name).toEqual([bytes, expected]);
    }
  });

  it('keeps æøå on disk and writes ASCII in Unreal', async () => {
    const { entry } = await exportClip({ word: 'blåbær', filename: 'blåbær 1.mp4' });
    expect(entry.folder).toBe('blåbær/blåbær 1');
    expect(entry.asset).toMatch(/^\/Game\/NSL\/Animations\/blabaer_[0-9a-f]{8}\/blabaer_1_[0-9a-f]{8}$/);
  });

  it('refuses settings that make no sense', async () => {
    const source = await sampleSource(root);
    for (const settings of [
      { exportFps: 0 },
      { unrealAssetPath: '/Game/../x' },
      { unrealAssetPath: 'Game' },
    ]) {
      await expect(writeUnrealPackage({ ...source, outFolder, settings })).rejects.toMatchObject({
        kind: 'usage',
      });
    }
  });
});

describe('two clips of a word with one file name', () => {
  const other = { id: '33333333-cccc-4ccc-8ccc-333333333333', sha1: 'beefcafe'.repeat(5) };

  it('get two folders, each its own again the next time', async () => {
    const first = await exportClip();
    const second = await exportClip(other);
    expect(second.entry.folder).toBe('hallo/hallo_01_beefcafe');
    expect(second.entry.asset).not.toBe(first.entry.asset);
    expect((await exportClip(other)).folder).toBe(second.folder);
    expect((await exportClip()).folder).toBe(first.folder);
  });

  it('get two folders where only case differs, as Windows and Unreal ignore it', async () => {
    const { entry: lower } = await exportClip();
    const { entry: upper } = await exportClip({ ...other, word: 'Hallo', filename: 'HALLO_01.mp4' });
    expect(upper.folder.toLowerCase()).not.toBe(lower.folder.toLowerCase());
    expect(upper.asset.toLowerCase()).not.toBe(lower.asset.toLowerCase());
  });

  it('get two folders where three words of one video differ in case', async () => {
    const words = ['hallo', 'Hallo', 'HALLO'];
    const ids = ['a', 'b', 'c'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`);
    const assets = new Set<string>();
    for (const [i, word] of words.entries()) {
      const { entry } = await exportClip({ word, id: ids[i] ?? '' });
      assets.add(entry.asset.toLowerCase());
    }
    expect(assets.size).toBe(3);
  });
});

describe('writing again', () => {
  it('replaces the package and leaves nothing else behind', async () => {
    const { folder } = await exportClip();
    await writeFile(join(folder, 'stray.txt'), '');
    const settings = { exportFps: 50 };
    const source = await sampleSource(root, { id: '44444444-dddd-4ddd-8ddd-444444444444' });
    expect((await writeUnrealPackage({ ...source, outFolder, settings })).folder).toBe(folder);
    expect(await readJson(folder, 'meta.json')).toMatchObject({ unreal: { frame_rate: 50 } });
    expect(await tree()).toHaveLength(2 + 5);
  });

  it('keeps the old package when the new one cannot be made', async () => {
    await exportClip();
    const before = await tree();
    const source = await sampleSource(root);
    await writeFile(source.track.path, 'torn');
    await expect(writeUnrealPackage({ ...source, outFolder })).rejects.toMatchObject({
      kind: 'damaged_track',
    });
    expect(await tree()).toEqual(before);
  });

  it('clears what an interrupted export left, and gives a package caught between two renames its name back', async () => {
    const word = join(outFolder, 'hallo');
    await mkdir(join(word, '.hallo_01.999999999.0123abcd.new'), { recursive: true });
    await mkdir(join(word, '.hallo_02.999999999.0123abcd.old'));
    await mkdir(join(word, '.mine'));
    await exportClip();
    expect((await readdir(word)).sort()).toEqual(['.mine', 'hallo_01', 'hallo_02']);
  });

  it('leaves a folder that is no package alone', async () => {
    await mkdir(join(outFolder, 'hallo', 'hallo_01'), { recursive: true });
    const { entry } = await exportClip();
    expect(entry.folder).toBe('hallo/hallo_01_c0ffee00');
    expect(await readdir(join(outFolder, 'hallo', 'hallo_01'))).toEqual([]);
  });
});

describe('a track that cannot be trusted', () => {
  async function exportBytes(bytes: Uint8Array) {
    const source = await sampleSource(root);
    await writeFile(source.track.path, bytes);
    const track = { ...source.track, sha256: sha256(bytes) };
    return writeUnrealPackage({ ...source, track, outFolder });
  }

  async function sampleText(): Promise<string> {
    const { track } = await sampleSource(root);
    return gunzipSync(await readFile(track.path)).toString();
  }

  it('is refused when its checksum is not the stored one', async () => {
    const source = await sampleSource(root);
    const track = { ...source.track, sha256: '0'.repeat(64) };
    await expect(writeUnrealPackage({ ...source, track, outFolder })).rejects.toThrow(/SHA-256/);
  });

  it('is refused when it is gone', async () => {
    const source = await sampleSource(root);
    await rm(source.track.path);
    await expect(writeUnrealPackage({ ...source, outFolder })).rejects.toMatchObject({
      kind: 'damaged_track',
      remedy: 'Track the video again.',
    });
  });

  it('is refused when it is of another video', async () => {
    const source = await sampleSource(root);
    const clip = { ...sampleClip, sha1: 'f'.repeat(40) };
    await expect(writeUnrealPackage({ ...source, clip, outFolder })).rejects.toThrow(/another video/);
  });

  it('is refused when it is torn, of another version, or out of order', async () => {
    const text = await sampleText();
    const lines = text.split('\n');
    const wrong = [
      gzipSync(text).subarray(0, -20),
      gzipSync(text.slice(0, -10)),
      gzipSync(text.replace('"version":"v2"', '"version":"v3"')),
      gzipSync([lines[0], lines[2], lines[1], ''].join('\n')),
      gzipSync(''),
    ];
    for (const bytes of wrong) {
      await expect(exportBytes(bytes)).rejects.toMatchObject({ kind: 'damaged_track' });
    }
    expect(await readdir(join(outFolder, 'hallo'))).toEqual([]);
  });
});

describe('whatever words and file names come in', () => {
  it('nothing is written outside the export folder', async () => {
    const hostile = fc
      .array(fc.constantFrom('..', '/', '\\', '.', 'x', '\0', 'CON', ' ', 'å', '~', '$HOME', '\n'), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    const source = await sampleSource(root, {}, [{}]);
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (word, filename) => {
        const clip = { ...source.clip, word, filename };
        const { folder, entry } = await writeUnrealPackage({ ...source, clip, outFolder });
        expect(folder.startsWith(outFolder + sep)).toBe(true);
        expect(join(outFolder, entry.folder)).toBe(folder);
        expect((await readdir(root)).sort()).toEqual(['out', `${clip.id}.jsonl.gz`].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('a link in the export folder is not followed', async () => {
    await mkdir(outFolder);
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(outFolder, 'hallo'));
    await expect(exportClip()).rejects.toMatchObject({ kind: 'io' });
    expect(await readdir(join(root, 'elsewhere'))).toEqual([]);
  });
});
