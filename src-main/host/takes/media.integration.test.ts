import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodePiece } from '#shared/contract/index.ts';
import { ffmpeg, frameTimes } from '../../../scripts/testing/clips.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { readVideoInfo } from '../media/index.ts';
import { openTake } from './openTake.ts';

const RATE = 48_000;
const WAV_HEAD_BYTES = 44;
const mono = { sampleRate: RATE, channels: 1 };

/** 40 ms of sound, all samples the same. */
const block = (value: number): Uint8Array => new Uint8Array(new Float32Array(RATE / 25).fill(value).buffer);

async function startRecording(workspaceFolder = join(temporaryFolder(), 'workspace')) {
  const studio = await startStudio({ workspaceFolder });
  await studio.ask('capture.arm', {});
  const { recording } = await studio.ask('recording.start', { slate: 'SOUND', takeNumber: 1 });
  if (!recording) throw new Error('nothing is recorded');
  const begun = recording.startedAtHostSeconds;
  return {
    ...studio,
    /** @param seconds on the take's clock */
    send: (kind: 'audio' | 'video', stream: number, seconds: number, bytes: Uint8Array) =>
      studio.upload({ kind, stream, content: encodePiece({ hostSeconds: begun + seconds, bytes }) }),
    now: async () => (await studio.ask('clock.read', {})).hostSeconds - begun,
    async stop() {
      await studio.ask('recording.stop', {});
      const folder = join(studio.takesFolder, recording.takeId);
      return { take: await openTake(folder), folder };
    },
  };
}

/** A second of video as a browser sends it, which tells no length. */
function makeStream(): string {
  const file = join(temporaryFolder(), 'stream.webm');
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=30:duration=1', '-c:v', 'libvpx', '-live', '1', file);
  return file;
}

/** The samples of a take's sound. */
function soundIn(folder: string): Float32Array {
  const bytes = readFileSync(join(folder, 'audio.wav'));
  expect(bytes.readUInt32LE(40)).toBe(bytes.length - WAV_HEAD_BYTES);
  return new Float32Array(Uint8Array.from(bytes.subarray(WAV_HEAD_BYTES)).buffer);
}

describe('sound of a take', () => {
  it('is kept as it was sent, and each piece with the time at which it was recorded', async () => {
    const { ask, send, stop } = await startRecording();
    const { stream } = await ask('recording.sound', mono);
    if (stream === null) throw new Error('no stream');
    await expect.poll(async () => (await ask('recording.read', {})).recording?.seconds).toBeGreaterThan(0.2);
    send('audio', stream, 0, block(0.25));
    // Nothing came for 60 ms: what follows lies behind it in the file, and is later by its time.
    send('audio', stream, 0.1, block(-0.5));
    expect((await ask('recording.read', {})).recording).toMatchObject({ sound: 'recorded', video: 'none' });

    const { take, folder } = await stop();
    expect(take.media).toMatchObject([
      {
        description: { kind: 'audio', ...mono, sampleFormat: 'float32', file: 'audio.wav' },
        pieces: [
          { timeSeconds: 0, fromByte: WAV_HEAD_BYTES, bytes: 7680 },
          { fromByte: WAV_HEAD_BYTES + 7680, bytes: 7680 },
        ],
      },
    ]);
    expect(take.media[0]?.pieces[1]?.timeSeconds).toBeCloseTo(0.1, 9);
    const samples = soundIn(folder);
    expect([samples.length, samples[0], samples[1920]]).toEqual([3840, 0.25, -0.5]);
  });

  it('comes from one studio, and from another once that one is silent', { timeout: 15_000 }, async () => {
    const { ask, send, stop } = await startRecording();
    const { stream } = await ask('recording.sound', mono);
    expect(await ask('recording.sound', mono)).toEqual({ stream: null });
    await expect.poll(async () => (await ask('recording.read', {})).recording?.sound).toBe('lost');
    expect(await ask('recording.sound', { ...mono, channels: 2 })).toEqual({ stream: null });
    expect(await ask('recording.sound', mono)).toEqual({ stream });
    send('audio', stream ?? 0, 1, block(0.5));
    expect((await stop()).take.media[0]?.pieces).toHaveLength(1);
  });

  it('is refused where it cannot be true, and the take goes on', async () => {
    const { ask, send, upload, now, stop } = await startRecording();
    const stream = (await ask('recording.sound', mono)).stream ?? 0;
    await expect.poll(now).toBeGreaterThan(0.3);
    send('audio', stream, 0.1, block(0.5));
    send('audio', stream + 1, 0.15, block(1));
    send('video', stream, 0.15, block(1));
    send('audio', stream, 1000, block(1));
    send('audio', stream, -1000, block(1));
    send('audio', stream, Number.NaN, block(1));
    send('audio', stream, 0.15, block(Number.NaN));
    send('audio', stream, 0.15, block(1).subarray(1));
    upload({ kind: 'audio', stream, content: new Uint8Array() });
    upload({ kind: 'audio', stream, content: new Uint8Array(3) });
    // More than a microphone can have heard in that time.
    const large = new Uint8Array(15_000 * 4);
    for (let i = 0; i < 200; i++) send('audio', stream, 0.2, large);
    send('audio', stream, 0.2, block(0.75));
    const { folder } = await stop();
    const samples = soundIn(folder);
    expect(samples[0]).toBe(0.5);
    expect(samples.length).toBeLessThan(3 * RATE);
    expect(samples.includes(1)).toBe(false);
  });

  it('is heard of by nobody while nothing is recorded, or after the take', async () => {
    const { ask, upload, send, stop, now } = await startRecording();
    const stream = (await ask('recording.sound', mono)).stream ?? 0;
    await expect.poll(now).toBeGreaterThan(0.05);
    send('audio', stream, 0, block(0.5));
    await stop();
    expect(await ask('recording.sound', mono)).toEqual({ stream: null });
    upload({ kind: 'audio', stream, content: encodePiece({ hostSeconds: 1, bytes: block(1) }) });
    const { recording } = await ask('recording.start', { slate: 'NEXT', takeNumber: 2 });
    upload({
      kind: 'audio',
      stream,
      content: encodePiece({ hostSeconds: recording?.startedAtHostSeconds ?? 0, bytes: block(1) }),
    });
    expect((await ask('recording.read', {})).recording?.sound).toBe('none');
  });
});

describe('reference video of a take', () => {
  it('is the stream as it was sent, in order', async () => {
    const { ask, send, now, stop } = await startRecording();
    const stream = (await ask('recording.video', { mimeType: 'video/webm;codecs=vp8' })).stream ?? 0;
    expect(await ask('recording.video', { mimeType: 'video/webm' })).toEqual({ stream: null });
    await expect.poll(now).toBeGreaterThan(0.3);
    send('video', stream, 0.02, Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3));
    send('video', stream, 0.27, Uint8Array.of(1, 2, 3));
    const { take, folder } = await stop();
    expect([...readFileSync(join(folder, 'video.webm'))]).toEqual([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3]);
    expect(take.media).toMatchObject([
      {
        description: { kind: 'video', mimeType: 'video/webm;codecs=vp8' },
        pieces: [{ bytes: 4 }, { bytes: 3 }],
      },
    ]);
  });

  it('names its length once the take has ended, and begins when it began', async () => {
    const file = makeStream();
    const { ask, send, now, stop } = await startRecording();
    const stream = (await ask('recording.video', { mimeType: 'video/webm;codecs=vp8' })).stream ?? 0;
    await expect.poll(now).toBeGreaterThan(0.3);
    send('video', stream, 0.02, readFileSync(file));
    const { take, folder } = await stop();
    await ask('take.open', { id: take.header.takeId });
    const video = join(folder, 'video.webm');
    expect((await readVideoInfo(video)).durationSeconds).toBeCloseTo(1, 1);
    expect(frameTimes(video)).toEqual(frameTimes(file));
    const { media } = await openTake(folder);
    expect(media[0]?.pieces[0]?.timeSeconds).toBeCloseTo(0.02, 9);
    const page = { search: '', tag: null, minRating: 0, inTrash: false, offset: 0, limit: 10 } as const;
    const { takes } = await ask('takes.page', { ...page, order: 'startedAt', descending: true });
    const bytes = ['video.webm', 'take.mimesis-take'].map((name) => statSync(join(folder, name)).size);
    expect(takes).toMatchObject([{ hasVideo: true, bytes: (bytes[0] ?? 0) + (bytes[1] ?? 0) }]);
  });

  it('names its length when it is played, where the program ended with the take', async () => {
    const file = makeStream();
    const workspaceFolder = join(temporaryFolder(), 'workspace');
    const { ask, send, now, close } = await startRecording(workspaceFolder);
    const stream = (await ask('recording.video', { mimeType: 'video/webm;codecs=vp8' })).stream ?? 0;
    await expect.poll(now).toBeGreaterThan(0.3);
    send('video', stream, 0.02, readFileSync(file));
    await ask('clock.read', {});
    await close();
    const next = await startStudio({ workspaceFolder });
    const [take = ''] = readdirSync(next.takesFolder).filter((name) => !name.startsWith('.'));
    await next.ask('take.open', { id: take });
    const { durationSeconds } = await readVideoInfo(join(next.takesFolder, take, 'video.webm'));
    expect(durationSeconds).toBeCloseTo(1, 1);
  });

  it('is a WebM stream and nothing else', async () => {
    const { ask } = await startRecording();
    await expect(ask('recording.video', { mimeType: 'video/mp4' })).rejects.toMatchObject({ kind: 'usage' });
    await expect(ask('recording.sound', { sampleRate: 1, channels: 64 })).rejects.toMatchObject({
      kind: 'usage',
    });
  });
});

describe('markers', () => {
  it('are written at the moment at which they are set', async () => {
    const { ask, now, stop } = await startRecording();
    await expect.poll(now).toBeGreaterThan(0.2);
    const before = await now();
    const { recording } = await ask('recording.mark', { name: 'Smile', colour: '#e3b04b' });
    const after = await now();
    await ask('recording.mark', { name: '', colour: '#6fb2f7' });
    expect(recording).toMatchObject({ markerCount: 1, markers: [{ name: 'Smile', colour: '#e3b04b' }] });
    const { take } = await stop();
    expect(take.markers.map(({ name }) => name)).toEqual(['Smile', '']);
    const seconds = take.markers[0]?.timeSeconds ?? 0;
    expect(seconds).toBeGreaterThanOrEqual(before);
    expect(seconds).toBeLessThanOrEqual(after);
    await expect(ask('recording.mark', { name: '', colour: '#6fb2f7' })).rejects.toMatchObject({
      kind: 'usage',
    });
  });
});
