import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ffmpeg } from '../../../scripts/testing/clips.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { turnClockwise } from './testing/turnClockwise.ts';
import { readVideoInfo } from './videoInfo.ts';

const pictures = ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=25:duration=1'];
const longerSound = ['-f', 'lavfi', '-i', 'sine=duration=3'];

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function make(name: string, ...args: readonly string[]): string {
  const file = join(folder, name);
  ffmpeg(...args, file);
  return file;
}

describe('readVideoInfo', () => {
  it('gives size, rate, length and frame count', async () => {
    expect(await readVideoInfo(make('a.mp4', ...pictures, '-c:v', 'mpeg4'))).toEqual({
      width: 64,
      height: 48,
      fps: 25,
      durationSeconds: 1,
      announcedFrames: 25,
      codec: 'mpeg4',
      firstFrameSeconds: 0,
    });
  });

  it('tells when the first picture is shown by the clock of the file', async () => {
    const late = make('late.mkv', ...pictures, '-output_ts_offset', '2', '-c:v', 'mpeg4');
    expect(await readVideoInfo(late)).toMatchObject({ firstFrameSeconds: 2 });
  });

  it('gives the size as it is shown: turned, and with square pixels', async () => {
    const file = make('a.mp4', ...pictures, '-vf', 'setsar=3/2', '-c:v', 'mpeg4');
    expect(await readVideoInfo(file)).toMatchObject({ width: 96, height: 48 });
    writeFileSync(file, turnClockwise(readFileSync(file)));
    expect(await readVideoInfo(file)).toMatchObject({ width: 48, height: 96 });
  });

  it.each(['a.mp4', 'a.mkv'])(
    'does not count sound that lasts longer than the pictures (%s)',
    async (name) => {
      const file = make(name, ...pictures, ...longerSound, '-c:v', 'mpeg4', '-c:a', 'aac');
      const { durationSeconds, announcedFrames } = await readVideoInfo(file);
      expect(durationSeconds).toBeCloseTo(1, 1);
      expect(announcedFrames).toBeGreaterThan(23);
      expect(announcedFrames).toBeLessThan(28);
    },
  );

  it('does not count the frames that a cut file holds but does not show', async () => {
    const whole = make('whole.mp4', ...pictures, '-c:v', 'mpeg4', '-g', '50');
    const cut = make('cut.mp4', '-ss', '0.6', '-i', whole, '-c', 'copy');
    const { announcedFrames } = await readVideoInfo(cut);
    expect(announcedFrames).toBeGreaterThan(8);
    expect(announcedFrames).toBeLessThan(12);
  });

  it('knows a still image', async () => {
    const still = { width: 64, height: 48, fps: 0, durationSeconds: 0, announcedFrames: 1 };
    expect(await readVideoInfo(make('a.jpg', ...pictures, '-frames:v', '1'))).toMatchObject(still);
    expect(await readVideoInfo(make('a.png', ...pictures, '-frames:v', '1'))).toMatchObject(still);
  });

  it.each([
    ['sound alone', 'a.m4a', [...longerSound, '-c:a', 'aac']],
    [
      'sound with a cover picture',
      'b.m4a',
      [...longerSound, ...pictures, '-c:v', 'mjpeg', '-frames:v', '1', '-disposition:v', 'attached_pic'],
    ],
  ])('refuses %s', async (_, name, args) => {
    await expect(readVideoInfo(make(name, ...args))).rejects.toMatchObject({
      kind: 'unreadable_media',
      message: 'The file has no picture track.',
    });
  });

  it('says why a file is no video, without repeating its name', async () => {
    const file = join(folder, 'text.mp4');
    writeFileSync(file, 'not a video');
    await expect(readVideoInfo(file)).rejects.toMatchObject({
      kind: 'unreadable_media',
      message: 'The video cannot be read: Invalid data found when processing input',
    });
  });
});
