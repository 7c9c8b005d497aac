import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHILD_LIMIT } from '../../../scripts/testing/childLimit.ts';
import { readPng } from './readPng.ts';

describe('readPng', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mimesis-png-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** A small picture with edges, slopes and noise, by ffmpeg. */
  function ffmpeg(target: string, ...options: string[]): string {
    const path = join(folder, target);
    const source = 'testsrc2=size=60x42,noise=alls=20:all_seed=1,format=rgba,colorchannelmixer=aa=0.5';
    const input = ['-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1'];
    execFileSync('ffmpeg', [...input, ...options, path], CHILD_LIMIT);
    return path;
  }

  it.each(['none', 'sub', 'up', 'avg', 'paeth', 'mixed'])('reads rows filtered by "%s"', async (filter) => {
    const raw = await readFile(ffmpeg(`${filter}.rgba`, '-f', 'rawvideo', '-pix_fmt', 'rgba'));
    const image = await readPng(ffmpeg(`${filter}.png`, '-pred', filter));
    expect([image.width, image.height]).toEqual([60, 42]);
    expect(Buffer.compare(image.data, raw)).toBe(0);
  });

  it('refuses other kinds of PNG and damaged ones', async () => {
    await expect(readPng(ffmpeg('rgb.png', '-pix_fmt', 'rgb24'))).rejects.toThrow('8-bit RGBA');
    const damaged = join(folder, 'damaged.png');
    await writeFile(damaged, (await readFile(ffmpeg('whole.png'))).subarray(0, 900));
    await expect(readPng(damaged)).rejects.toThrow();
    await writeFile(damaged, 'not a picture at all');
    await expect(readPng(damaged)).rejects.toThrow('8-bit RGBA');
  });
});
