import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import type { AppendTarget } from './appendFile.ts';
import { openTake } from './openTake.ts';
import { recoverTakes } from './recoverTakes.ts';
import { TAKE_FILES } from './takeFolder.ts';
import { TakeWriter } from './takeWriter.ts';
import { numberedFrame, testHeader, testSubject } from './testing/recording.ts';

/** The numbers of a subject's frames, as each says of itself. */
function numbersOf(take: RecordedTake, subject = 0): number[] {
  const { channels = new Float32Array(), deviceTimes = [] } = take.subjects[subject] ?? {};
  const jawOpen = channels.filter((_, i) => i % CAPTURE_CHANNEL_COUNT === JAW_OPEN);
  expect([...deviceTimes].map((time) => Math.round(time * 60))).toEqual([...jawOpen]);
  return [...jawOpen];
}
const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('a take', () => {
  it('is on the disk as it was recorded, whoever was in it and whenever they came', async () => {
    const folder = temporaryFolder();
    const writer = await TakeWriter.start(folder, testHeader);
    const ada = writer.addSubject(testSubject('Ada'));
    for (let i = 0; i < 200; i++) writer.take(ada, numberedFrame(i), i / 60);
    const grace = writer.addSubject(testSubject('Grace'));
    for (let i = 0; i < 30; i++) writer.take(grace, numberedFrame(i), 2 + i / 60);
    writer.mark({ timeSeconds: 1, name: 'Laugh', colour: '#00ff00' });
    writer.gap({ subject: grace, fromSeconds: 2.6, toSeconds: 3 });
    const outcome = await writer.stop(3.5);
    expect(outcome).toEqual({ takeId: writer.takeId, reason: 'stopped', durationSeconds: 3.5, frames: 230 });

    const take = await openTake(writer.folder);
    expect(take.header).toEqual({ ...testHeader, takeId: writer.takeId });
    expect(numbersOf(take, 0)).toEqual(upTo(200));
    expect(numbersOf(take, 1)).toEqual(upTo(30));
    expect(take).toMatchObject({
      durationSeconds: 3.5,
      markers: [{ name: 'Laugh' }],
      end: { reason: 'stopped', frames: 230 },
      report: { damages: [], unreadable: 0, tail: { reason: 'whole' } },
    });
    expect(take.subjects[1]?.gaps).toEqual([{ fromSeconds: 2.6, toSeconds: 3 }]);
    expect(await recoverTakes(folder)).toEqual([]);
  });

  it('reaches the disk by itself while it is recorded', async () => {
    const writer = await TakeWriter.start(temporaryFolder(), testHeader);
    const ada = writer.addSubject(testSubject('Ada'));
    for (let i = 0; i < 10; i++) writer.take(ada, numberedFrame(i), i / 60);
    const path = join(writer.folder, TAKE_FILES.take);
    await vi.waitFor(async () => expect(numbersOf(await openTake(writer.folder))).toEqual(upTo(10)));
    await vi.waitUntil(() => writer.syncedBytes === statSync(path).size);
    await writer.stop(1);
  });

  it('is recorded beside others', async () => {
    const folder = temporaryFolder();
    const writers = await Promise.all(upTo(4).map(() => TakeWriter.start(folder, testHeader)));
    for (const writer of writers) writer.addSubject(testSubject('Ada'));
    for (let i = 0; i < 100; i++) {
      for (const [w, writer] of writers.entries()) writer.take(0, numberedFrame(1000 * w + i), i / 60);
      if (i % 25 === 0) await wait(20);
    }
    await Promise.all(writers.map((writer) => writer.stop(2)));
    for (const [w, { folder: place }] of writers.entries()) {
      expect(numbersOf(await openTake(place))).toEqual(upTo(100).map((i) => 1000 * w + i));
    }
  });

  it('has its sound and picture beside it, and knows when each part of them was recorded', async () => {
    const writer = await TakeWriter.start(temporaryFolder(), testHeader);
    const sound = await writer.addAudio({ sampleRate: 48_000, channels: 2, sampleFormat: 'int16' });
    const picture = await writer.addVideo('video/webm;codecs=vp8');
    for (let i = 0; i < 5; i++) {
      writer.appendMedium(sound, new Uint8Array(1920).fill(i), 0.5 + i / 100);
      writer.appendMedium(picture, new Uint8Array(100 + i).fill(i), i / 30);
    }
    await writer.stop(1);
    const { media } = await openTake(writer.folder);
    expect(media.map(({ description }) => description.file)).toEqual(['audio.wav', 'video.webm']);
    expect(media[0]?.pieces).toEqual(
      upTo(5).map((i) => ({ timeSeconds: 0.5 + i / 100, fromByte: 44 + 1920 * i, bytes: 1920 })),
    );
    const wav = readFileSync(join(writer.folder, TAKE_FILES.audio));
    expect([wav.readUInt32LE(4), wav.readUInt32LE(40), wav.length]).toEqual([36 + 9600, 9600, 44 + 9600]);
    const webm = readFileSync(join(writer.folder, TAKE_FILES.video));
    for (const [i, { fromByte, bytes }] of (media[1]?.pieces ?? []).entries()) {
      expect(webm.subarray(fromByte, fromByte + bytes).every((byte) => byte === i)).toBe(true);
    }
  });

  it('takes nothing more once it has ended', async () => {
    const writer = await TakeWriter.start(temporaryFolder(), testHeader);
    const ada = writer.addSubject(testSubject('Ada'));
    writer.take(ada, numberedFrame(0), 0);
    const first = writer.stop(1);
    writer.take(ada, numberedFrame(1), 1);
    expect(await writer.stop(5)).toEqual(await first);
    expect(numbersOf(await openTake(writer.folder))).toEqual([0]);
  });

  it('is not begun where it cannot be', async () => {
    const file = join(temporaryFolder(), 'a file');
    writeFileSync(file, '');
    await expect(TakeWriter.start(file, testHeader)).rejects.toMatchObject({ kind: 'io' });
  });
});

describe('a power cut', () => {
  it('at any byte that was not synced leaves everything that was', async () => {
    const folder = temporaryFolder();
    const writer = await TakeWriter.start(folder, testHeader, { openFile: lateSync });
    const ada = writer.addSubject(testSubject('Ada'));
    let frames = 0;
    const record = (count: number): void => {
      for (const end = frames + count; frames < end; frames++)
        writer.take(ada, numberedFrame(frames), frames / 60);
    };
    const path = join(writer.folder, TAKE_FILES.take);
    record(20);
    await vi.waitFor(async () => expect(numbersOf(await openTake(writer.folder))).toHaveLength(20));
    const written = statSync(path).size;
    await vi.waitUntil(() => writer.syncedBytes >= written);
    const synced = writer.syncedBytes;
    record(12);
    await vi.waitUntil(() => statSync(path).size > synced);
    const copy = join(folder, 'copy');
    copyFileSync(path, copy);
    await writer.stop(1);

    const bytes = readFileSync(copy);
    const cuts = temporaryFolder();
    for (let cut = synced; cut <= bytes.length; cut++) {
      place(cuts, cut, bytes.subarray(0, cut));
      // The system may have made the file longer, and not yet written what is in it.
      const zeros = bytes.slice();
      zeros.fill(0, cut);
      place(cuts, bytes.length + cut, zeros);
    }
    const recovered = await recoverTakes(cuts);
    expect(recovered.length).toBeGreaterThan(50);
    for (const { takeId, kind } of recovered) {
      expect(kind).toBe('repaired');
      const numbers = numbersOf(await openTake(join(cuts, takeId)));
      expect(numbers.length).toBeGreaterThanOrEqual(20);
      expect(numbers).toEqual(upTo(numbers.length));
    }
  });
});

/** Puts bytes where a take would be. */
function place(folder: string, number: number, bytes: Uint8Array): void {
  const take = join(folder, `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  mkdirSync(take);
  writeFileSync(join(take, TAKE_FILES.take), bytes);
}

/** A real file on a disk that takes its time to sync. */
async function lateSync(path: string): Promise<AppendTarget> {
  const file = await open(path, 'ax');
  return {
    write: (bytes, offset, length) => file.write(bytes, offset, length),
    datasync: () => wait(150).then(() => file.datasync()),
    close: () => file.close(),
  };
}

describe('a disk', () => {
  it('that hangs for a while loses nothing', async () => {
    let release = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const writer = await TakeWriter.start(temporaryFolder(), testHeader, {
      openFile: (path) => afterFirst(path, () => hanging),
    });
    const ada = writer.addSubject(testSubject('Ada'));
    for (let i = 0; i < 5000; i++) writer.take(ada, numberedFrame(i), i / 60);
    await wait(300);
    for (let i = 5000; i < 10_000; i++) writer.take(ada, numberedFrame(i), i / 60);
    const stopped = writer.stop(200);
    release();
    expect(await stopped).toMatchObject({ reason: 'stopped', frames: 10_000 });
    expect(numbersOf(await openTake(writer.folder))).toEqual(upTo(10_000));
  });

  it('that hangs until memory is full ends the take, says so, and what waits is kept when it comes back', async () => {
    let release = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const onFailure = vi.fn();
    const writer = await TakeWriter.start(temporaryFolder(), testHeader, {
      onFailure,
      openFile: (path) => afterFirst(path, () => hanging),
    });
    const picture = await writer.addVideo('video/webm');
    const part = new Uint8Array(8 * 2 ** 20);
    for (let i = 0; i < 20 && writer.isRecording; i++) writer.appendMedium(picture, part, i);
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: 'io', message: expect.stringContaining('does not keep up') }),
    );
    release();
    expect(await writer.ended).toMatchObject({ reason: 'io', error: { remedy: expect.any(String) } });
    const { media, end } = await openTake(writer.folder);
    expect(end).toMatchObject({ reason: 'io', message: expect.stringContaining('does not keep up') });
    expect(media[0]?.pieces.length).toBeGreaterThanOrEqual(7);
  });

  it.each(['write', 'datasync'] as const)(
    'that breaks at a %s ends the take with what it holds',
    async (step) => {
      const onFailure = vi.fn();
      const writer = await TakeWriter.start(temporaryFolder(), testHeader, {
        onFailure,
        openFile: (path) => afterFirst(path, () => Promise.reject(inputOutputError()), step),
      });
      const ada = writer.addSubject(testSubject('Ada'));
      for (let i = 0; i < 10; i++) writer.take(ada, numberedFrame(i), i / 60);
      const outcome = await writer.ended;
      expect(outcome).toMatchObject({
        reason: 'io',
        error: { kind: 'io', message: expect.stringContaining('i/o error') },
      });
      expect(onFailure).toHaveBeenCalledOnce();
      const take = await openTake(writer.folder);
      expect(take.end).toMatchObject({ reason: 'io', message: outcome.error?.message });
      expect(numbersOf(take)).toEqual(step === 'write' ? [] : upTo(10));
    },
  );
});

/** A real file in whose way something comes after its first write, which is the beginning of the take. */
async function afterFirst(
  path: string,
  obstacle: () => Promise<void>,
  step: 'write' | 'datasync' = 'write',
): Promise<AppendTarget> {
  const file = await open(path, 'ax');
  let writes = 0;
  return {
    async write(bytes, offset, length) {
      if (++writes > 1 && step === 'write') await obstacle();
      return file.write(bytes, offset, length);
    },
    async datasync() {
      if (writes > 1 && step === 'datasync') await obstacle();
      return file.datasync();
    },
    close: () => file.close(),
  };
}

function inputOutputError(): Error {
  return Object.assign(new Error('EIO: i/o error'), { code: 'EIO', errno: -5 });
}
