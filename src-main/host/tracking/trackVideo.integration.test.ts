import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { ffmpeg, frameTimes } from '../../../scripts/testing/clips.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { DEFAULT_POSTPROCESS } from '../../../src-shared/body/index.ts';
import { trackingFrameSchema, trackingHeaderSchema } from '../../../src-shared/formats/index.ts';
import type { TrackingProvider } from './provider.ts';
import { trackVideo } from './trackVideo.ts';

/** A tracker that finds nobody: what is tested is the way from a file to a track. */
const blind: TrackingProvider = {
  name: 'blind',
  version: '1',
  models: [],
  tracksFace: false,
  timings: { pose: 0, hands: 0, face: 0 },
  begin: async () => {},
  track(_image, timeSeconds, result) {
    result.timeSeconds = timeSeconds;
  },
  close: () => {},
};

let folder = '';
let target = '';
beforeEach(() => {
  folder = temporaryFolder();
  target = join(folder, 'tracks', 'tracking.jsonl.gz');
});

const track = (path: string) =>
  trackVideo(
    {
      video: { id: randomUUID(), sha1: '0'.repeat(40), filename: 'a.mp4', path },
      target,
      postprocess: DEFAULT_POSTPROCESS,
    },
    blind,
    () => {},
  );

function make(name: string, ...args: readonly string[]): string {
  const file = join(folder, name);
  ffmpeg(...args, file);
  return file;
}

const pictures = ['-f', 'lavfi', '-i', 'testsrc2=size=160x120:rate=25:duration=2'];

describe('tracking a video', () => {
  it('writes a header and every frame with its true time, and gives the checksum of what it wrote', async () => {
    const file = make(
      'a.mp4',
      ...pictures,
      '-vf',
      "setpts='N*N*0.001/TB'",
      '-fps_mode',
      'vfr',
      '-c:v',
      'mpeg4',
    );
    const { track: written, frames, quality } = await track(file);
    const bytes = readFileSync(target);
    expect(written).toEqual({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    });
    const [header, ...lines] = gunzipSync(bytes)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(trackingHeaderSchema.parse(header).provider.channels).toEqual(['pose', 'hands']);
    const read = lines.map((line) => trackingFrameSchema.parse(line));
    const truth = frameTimes(file);
    expect(frames).toBe(truth.length);
    expect(read.map(({ index }) => index)).toEqual(truth.map((_, i) => i));
    expect(read.map(({ t }) => t)).toEqual(truth.map((time) => expect.closeTo(time - (truth[0] ?? 0), 3)));
    expect(quality.issues).toContain('face_model_missing');
  });

  it('accepts a file that was cut without coding it anew, and holds frames that are not shown', async () => {
    const whole = make('whole.mp4', ...pictures, '-c:v', 'mpeg4', '-g', '50');
    expect((await track(make('cut.mp4', '-ss', '1.2', '-i', whole, '-c', 'copy'))).frames).toBeLessThan(25);
  });

  it.each(['avi', 'mkv', 'ts', 'webm'])('accepts a whole %s whose sound lasts longer', async (format) => {
    const codecs =
      format === 'webm' ? ['-c:v', 'libvpx', '-c:a', 'libvorbis'] : ['-c:v', 'libx264', '-c:a', 'mp2'];
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=4'];
    const { frames, quality } = await track(make(`a.${format}`, ...pictures, ...sound, ...codecs));
    expect(frames).toBe(50);
    expect(quality.issues.filter((issue) => issue.startsWith('damaged'))).toEqual([]);
  });

  it.each(['mp4', 'mkv'])('refuses half of an %s, and leaves no file behind', async (format) => {
    const file = make(`a.${format}`, ...pictures, '-c:v', 'mpeg4', '-movflags', 'faststart');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    await expect(track(file)).rejects.toMatchObject({
      kind: 'unreadable_media',
      message: expect.stringMatching(/^The video is damaged: only \d+ of 50 frames can be read\.$/),
    });
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(dirname(target))).toEqual([]);
  });
});
