import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ffmpeg, frameTimes } from '../../../scripts/testing/clips.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { readVideoInfo } from '../media/index.ts';
import { finishVideo, hasUnfinishedVideo } from './finishVideo.ts';
import { unfinishedOf } from './takeFolder.ts';

const SECONDS = 3;
/** A browser's first picture may come late as well. */
const FIRST_SECONDS = 0.4;

let take = '';
let video = '';

beforeEach(() => {
  take = join(temporaryFolder(), 'a take');
  mkdirSync(take);
  video = join(take, 'video.webm');
});

/** A video as a browser sends it, which tells no length. */
function makeStream(): void {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=size=64x48:rate=30:duration=${SECONDS}`];
  const stream = ['-c:v', 'libvpx', '-output_ts_offset', String(FIRST_SECONDS), '-live', '1'];
  ffmpeg(...picture, ...stream, video);
}

const finish = (signal = new AbortController().signal) => finishVideo(take, signal);
const unfinished = () => readdirSync(unfinishedOf(dirname(take)));

describe('the video of a take that has ended', () => {
  it('names its length, and holds the same pictures at the same times', async () => {
    makeStream();
    const times = frameTimes(video);
    expect((await readVideoInfo(video)).durationSeconds).toBe(0);
    expect(await hasUnfinishedVideo(take)).toBe(true);
    await finish();
    expect(await hasUnfinishedVideo(take)).toBe(false);
    expect((await readVideoInfo(video)).durationSeconds).toBeCloseTo(FIRST_SECONDS + SECONDS, 1);
    expect(frameTimes(video)).toEqual(times);
    expect(times[0]).toBeCloseTo(FIRST_SECONDS, 3);
    expect(unfinished()).toEqual([]);
  });

  it('is finished as far as it came where it breaks off', async () => {
    makeStream();
    const whole = frameTimes(video);
    const bytes = readFileSync(video);
    writeFileSync(video, bytes.subarray(0, bytes.length / 2));
    const times = frameTimes(video);
    await finish();
    expect((await readVideoInfo(video)).durationSeconds).toBeGreaterThan(FIRST_SECONDS);
    expect(frameTimes(video)).toEqual(times);
    expect(times).toEqual(whole.slice(0, times.length));
  });

  it('is not there to be finished where none was recorded', async () => {
    expect(await hasUnfinishedVideo(take)).toBe(false);
  });

  it('stays as it is where it is no video', async () => {
    writeFileSync(video, 'no video');
    await expect(finish()).rejects.toMatchObject({ kind: 'unreadable_media' });
    expect(readFileSync(video, 'utf8')).toBe('no video');
    expect(unfinished()).toEqual([]);
  });

  it('stays as it is where the program ends', async () => {
    makeStream();
    const bytes = readFileSync(video);
    const ending = new AbortController();
    const finishing = finish(ending.signal);
    ending.abort();
    await expect(finishing).rejects.toMatchObject({ name: 'AbortError' });
    expect(readFileSync(video).equals(bytes)).toBe(true);
    expect(unfinished()).toEqual([]);
  });
});
