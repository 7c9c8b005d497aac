import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ffmpeg, frameTimes } from '../../../scripts/testing/clips.ts';
import { childrenOf, requireProcessList, stillRunning } from '../../../scripts/testing/processes.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { openVideo, workingSize } from './decodedVideo.ts';
import { turnClockwise } from './testing/turnClockwise.ts';
import { readVideoInfo } from './videoInfo.ts';

interface Picture {
  readonly timeSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function make(name: string, ...args: readonly string[]): string {
  const file = join(folder, name);
  ffmpeg(...args, file);
  return file;
}

async function read(file: string): Promise<{ pictures: Picture[]; damaged: number }> {
  const video = openVideo(file, await readVideoInfo(file));
  const pictures: Picture[] = [];
  for await (const { index, timeSeconds, image } of video.frames) {
    expect(index).toBe(pictures.length);
    pictures.push({ timeSeconds, width: image.width, height: image.height, data: Buffer.from(image.data) });
  }
  return { pictures, damaged: video.damagedFrames() };
}

const source = (size = '64x48', frames = 10): string[] => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=25`],
  ...['-frames:v', String(frames)],
];
/** Each frame is one shade of grey, eight lighter than the one before. */
const shades = ['-f', 'lavfi', '-i', "nullsrc=size=32x32:rate=25,geq=lum='16+8*N':cb=128:cr=128"];
const lossless = ['-c:v', 'ffv1'];

describe('decoding a video', () => {
  it('gives every frame once and in order', async () => {
    const { pictures, damaged } = await read(make('a.mkv', ...shades, '-frames:v', '25', ...lossless));
    const red = pictures.map(({ data }) => data[0] ?? 0);
    expect(red).toHaveLength(25);
    expect(red).toEqual([...new Set(red)].sort((a, b) => a - b));
    expect(damaged).toBe(0);
  });

  it('keeps the true times of a variable frame rate within a millisecond, from the first frame on', async () => {
    const file = make(
      'vfr.mkv',
      ...source('64x48', 30),
      '-vf',
      "setpts='(3+N*N*0.004)/TB'",
      ...['-fps_mode', 'vfr', '-enc_time_base', '1:1000', ...lossless],
    );
    const truth = frameTimes(file);
    const first = truth[0] ?? Number.NaN;
    const { pictures } = await read(file);
    expect(pictures.map(({ timeSeconds }) => timeSeconds)).toEqual(
      truth.map((time) => expect.closeTo(time - first, 3)),
    );
    expect(pictures.at(-1)?.timeSeconds).toBeGreaterThan(3);
  });

  it('reads all frames of a video whose sound lasts longer, and of one without sound', async () => {
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=2'];
    const loud = make('a.mkv', ...sound, ...source(), '-c:v', 'mpeg4', '-c:a', 'aac');
    expect((await read(loud)).pictures).toHaveLength(10);
    expect((await read(make('b.mp4', ...source(), '-c:v', 'mpeg4'))).pictures).toHaveLength(10);
  });

  it('turns a video as its rotation flag says', async () => {
    const halves = 'color=blue:size=64x32:rate=25,drawbox=x=0:y=0:w=32:h=32:color=red:t=fill';
    const file = make('a.mp4', '-f', 'lavfi', '-i', halves, '-frames:v', '2', '-c:v', 'mpeg4');
    writeFileSync(file, turnClockwise(readFileSync(file)));
    const [picture] = (await read(file)).pictures;
    expect(picture).toMatchObject({ width: 32, height: 64 });
    const [topRed = 0, , topBlue = 0] = picture?.data ?? [];
    const [bottomRed = 0, , bottomBlue = 0] = picture?.data.subarray(-4) ?? [];
    expect(topRed).toBeGreaterThan(topBlue + 100);
    expect(bottomBlue).toBeGreaterThan(bottomRed + 100);
  });

  it('makes pixels square and sizes even', async () => {
    const wide = make('wide.mkv', ...source(), '-vf', 'setsar=2/1', ...lossless);
    expect((await read(wide)).pictures[0]).toMatchObject({ width: 128, height: 48 });
    const odd = make('odd.mkv', '-f', 'lavfi', '-i', 'testsrc=size=63x47', '-frames:v', '2', ...lossless);
    expect(await readVideoInfo(odd)).toMatchObject({ width: 63, height: 47 });
    const [picture] = (await read(odd)).pictures;
    expect(picture).toMatchObject({ width: 64, height: 48 });
    expect(picture?.data).toHaveLength(64 * 48 * 4);
  });

  it('reads a still image as one frame at time 0', async () => {
    const { pictures } = await read(make('a.jpg', ...source('64x48', 1)));
    expect(pictures.map(({ timeSeconds }) => timeSeconds)).toEqual([0]);
  });

  it('counts the places where a file is damaged', async () => {
    const file = make('a.mp4', ...source('320x240', 50), '-c:v', 'mpeg4', '-movflags', 'faststart');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    const { pictures, damaged } = await read(file);
    expect(pictures.length).toBeLessThan(45);
    expect(damaged).toBeGreaterThan(0);
  });

  it('waits for its reader', async (context) => {
    requireProcessList(context);
    const file = make('long.mkv', ...source('64x48', 20_000), '-c:v', 'rawvideo');
    const before = childrenOf(process.pid);
    for await (const { index } of openVideo(file, await readVideoInfo(file)).frames) {
      if (index < 3) continue;
      const [decoder] = childrenOf(process.pid).filter((pid) => !before.includes(pid));
      await vi.waitFor(async () => {
        const read = bytesRead(decoder);
        await wait(100);
        expect(bytesRead(decoder)).toBe(read);
      }, 20_000);
      expect(bytesRead(decoder)).toBeLessThan(statSync(file).size / 2);
      break;
    }
  });

  it('ends ffmpeg when the reader leaves early', async (context) => {
    requireProcessList(context);
    const file = make('long.mkv', ...source('64x48', 2000), '-c:v', 'mpeg4');
    const before = childrenOf(process.pid);
    const info = await readVideoInfo(file);
    let started: number[] = [];
    for await (const { index } of openVideo(file, info).frames) {
      started = childrenOf(process.pid).filter((pid) => !before.includes(pid));
      if (index === 2) break;
    }
    expect(started).toHaveLength(1);
    await vi.waitFor(() => expect(stillRunning(started)).toEqual([]), 5000);
  });
});

/** Bytes that a process has read so far (proc_pid_io(5)). */
function bytesRead(pid: number | undefined): number {
  const io = readFileSync(`/proc/${pid}/io`, 'utf8');
  return Number(/^rchar: (\d+)/m.exec(io)?.[1]);
}

describe('a name', () => {
  const names = [
    'two words.mp4',
    'blåbærsyltetøy.mp4',
    '-y.mp4',
    'concat:a|b.mp4',
    'take%03d.mp4',
    "it's 100% [new]*?.mp4",
    'a\nb.mp4',
  ];

  it.skipIf(process.platform === 'win32').each(names)('is only a name: %j', async (name) => {
    const file = make(name, ...source(), '-c:v', 'mpeg4', '-f', 'mp4');
    expect(existsSync(file)).toBe(true);
    expect((await read(file)).pictures).toHaveLength(10);
  });

  it.skipIf(process.platform === 'win32').each(['take%03d.jpg', 'take%*.png', '100%.jpg', '%d/take.jpg'])(
    'does not make one image a series: %s',
    async (name) => {
      const grey = (shade: string): string[] => ['-f', 'lavfi', '-i', `color=0x${shade}:size=32x32`];
      const image = (path: string, shade: string): string => make(path, ...grey(shade), '-frames:v', '1');
      for (const other of ['take000.jpg', 'take001.jpg', 'take1.png', '1001.jpg']) image(other, '202020');
      const bright = image(`bright${extname(name)}`, '808080');
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      copyFileSync(bright, file);
      const { pictures } = await read(file);
      expect(pictures).toHaveLength(1);
      expect(pictures[0]?.data[0]).toBeGreaterThan(100);
    },
  );
});

describe('a file that names other files', () => {
  const lists: [string, (other: string) => string][] = [
    ['play list', (other) => `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${other}\n#EXT-X-ENDLIST\n`],
    ['concat script', (other) => `ffconcat version 1.0\nfile '${other}'\n`],
  ];

  it.each(lists)('is refused: %s', async (_, content) => {
    const other = make('other.ts', ...source(), '-c:v', 'mpeg4');
    const file = join(folder, 'list.mp4');
    writeFileSync(file, content(other));
    await expect(readVideoInfo(file)).rejects.toMatchObject({ kind: 'unreadable_media' });
    const info = await readVideoInfo(other);
    await expect(openVideo(file, info).frames[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      kind: 'unreadable_media',
    });
  });
});

describe('the working size', () => {
  const side = fc.integer({ min: 1, max: 10_000 });

  it('is even, within 1280 x 720 either way, and never larger than the next even size', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = workingSize({ width, height });
        expect([size.width % 2, size.height % 2]).toEqual([0, 0]);
        expect(Math.min(size.width, size.height)).toBeLessThanOrEqual(720);
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(1280);
        expect(size.width).toBeLessThanOrEqual(Math.max(2, width + 1));
        expect(size.height).toBeLessThanOrEqual(Math.max(2, height + 1));
      }),
    );
  });

  it('keeps the shape', () => {
    expect(workingSize({ width: 1920, height: 1080 })).toEqual({ width: 1280, height: 720 });
    expect(workingSize({ width: 1080, height: 1920 })).toEqual({ width: 720, height: 1280 });
    expect(workingSize({ width: 540, height: 720 })).toEqual({ width: 540, height: 720 });
  });
});
