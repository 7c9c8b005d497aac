import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  CAPTURE_CHANNEL_COUNT,
  captureFrameLine,
  captureHeaderLine,
  createCaptureFrame,
  NO_CALIBRATION,
} from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { createLayer } from '#shared/takeEdit/index.ts';
import { requireShared } from '../../../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../../../scripts/testing/temporaryFolder.ts';
import { indexTake } from '../indexTake.ts';
import { openTake } from '../openTake.ts';
import { writeEdit } from '../takeEditFile.ts';
import { changeFacts } from '../takeFacts.ts';
import { TakeWriter } from '../takeWriter.ts';
import { makePhoneFolder, PHONE_TIMES, phoneCsv } from '../testing/phoneFolder.ts';
import { numberedFrame, testHeader, testSubject } from '../testing/recording.ts';
import { importTake } from './importTake.ts';
import { type ExportChoice, exportTake, importTakes } from './index.ts';
import { findTakeSources } from './takeSource.ts';

let folder = '';
let takesFolder = '';

beforeEach(() => {
  folder = temporaryFolder();
  takesFolder = join(folder, 'takes');
});

/** Imports the one take at a path. */
async function bring(path: string) {
  const [source, ...more] = await findTakeSources(path);
  if (!source || more.length > 0) throw new Error('not one take');
  const { takeId, problems } = await importTake(source, { takesFolder, appVersion: '0.1.0' });
  return { takeId, problems, folder: join(takesFolder, takeId) };
}

/** Exports a take, and reads its one file. */
async function sendOut(
  takeFolder: string,
  choice: ExportChoice,
  target = join(folder, 'out'),
): Promise<string> {
  const [file = '', ...more] = await exportTake(takeFolder, target, choice);
  if (more.length > 0) throw new Error('not one file');
  return readFileSync(file, 'utf8');
}

const whole = { content: 'recorded' } as const;
const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a take that goes in and out', () => {
  it('keeps every value within 1e-6 and every timecode of a real CSV file', async (context) => {
    const path = requireShared(context, 'takes/face-rom.csv');
    const take = await bring(path);
    const [given, read] = [
      rowsOf(readFileSync(path, 'utf8')),
      rowsOf(await sendOut(take.folder, { format: 'csv', ...whole })),
    ];
    expect(read[0]).toEqual(given[0]);
    expect(read.map(([timecode]) => timecode)).toEqual(given.map(([timecode]) => timecode));
    let worst = 0;
    for (const [i, row] of given.entries()) {
      for (let column = 1; i > 0 && column < row.length; column++)
        worst = Math.max(worst, Math.abs(Number(row[column]) - Number(read[i]?.[column])));
    }
    expect(read).toHaveLength(given.length);
    expect(worst).toBeLessThan(1e-6);
  });

  it('keeps them by way of captured frames, too', async (context) => {
    const path = requireShared(context, 'takes/face-rom.csv');
    const first = await bring(path);
    await exportTake(first.folder, folder, { format: 'jsonl', ...whole });
    const second = await bring(join(folder, 'face-rom_1_Face.jsonl'));
    expect((await sendOut(second.folder, { format: 'csv', ...whole })) === readFileSync(path, 'utf8')).toBe(
      true,
    );
  });

  it('keeps body, head and frames that nobody was in as captured frames', async () => {
    const frame = createCaptureFrame();
    const lines = Array.from({ length: 5 }, (_, i) => {
      Object.assign(frame, {
        isTimed: true,
        timeSeconds: i / 60,
        frameRate: 60,
        deviceId: 'D',
        subject: 'Ada',
      });
      Object.assign(frame, { faceFound: i % 2 === 0, bodyFound: i > 0, hasHeadPosition: i === 1 });
      frame.channels.fill(i / 8);
      frame.headPosition.fill(i);
      frame.body.pelvis.fill(-i);
      frame.body.rotations.fill(i / 16);
      return captureFrameLine(frame);
    });
    const text = captureHeaderLine({ deviceId: 'D', subject: 'Ada', protocol: 'vmc' }) + lines.join('');
    const take = await bring(fileOf('Walk_7_Ada.jsonl', text));
    expect(await sendOut(take.folder, { format: 'jsonl', ...whole })).toBe(text);
    const { record } = await indexTake(take.folder, null);
    expect(record).toMatchObject({ slate: 'Walk', takeNumber: 7, subjects: ['Ada'], frames: 5 });
  });

  it('goes over midnight', async () => {
    const csv = phoneCsv([86_399.5, 86_399.75, 86_400.25, 86_400.5]);
    const take = await bring(fileOf('Night_1_Ada.csv', csv));
    expect(await sendOut(take.folder, { format: 'csv', ...whole })).toBe(csv);
    expect((await openTake(take.folder)).durationSeconds).toBe(1);
  });
});

describe('a phone’s folder', () => {
  it('becomes a take with slate, number, date, device, video and sound, each at its time', async () => {
    const take = await bring(makePhoneFolder(folder));
    expect(take.problems).toEqual([]);
    const { header, subjects, media, end } = await openTake(take.folder);
    expect(header).toMatchObject({ slate: 'Monolog', takeNumber: 4, startedAt: '2026-03-01T10:00:00.000Z' });
    expect(header.origin).toEqual({
      kind: 'live_link_face',
      file: '20260301_Monolog_4',
      deviceModel: 'iPhone13,3',
      appVersion: 'v1.4.0',
    });
    expect(subjects[0]?.description).toMatchObject({
      protocol: 'live_link_face',
      subject: 'Ada',
      frameRate: 60,
    });
    expect(subjects[0]?.times[0]).toBeCloseTo(0.25, 9);
    expect(end).toMatchObject({ reason: 'stopped', frames: PHONE_TIMES.length });
    expect(
      media.map(({ description: { kind, file }, pieces }) => [kind, file, pieces[0]?.timeSeconds]),
    ).toEqual([
      ['video', 'video.mov', 0],
      ['audio', 'audio.wav', 0],
    ]);
    const samples = (statSync(join(take.folder, 'audio.wav')).size - 44) / 2;
    expect(samples / 48_000).toBeCloseTo(0.5, 1);
    expect(readdirSync(takesFolder).filter((name) => name !== '.importing')).toEqual([take.takeId]);
    expect((await indexTake(take.folder, null)).record).toMatchObject({
      hasVideo: true,
      hasAudio: true,
      quality: 1,
    });
  });

  it('may have a silent video, or one whose timecode is of another clock', async () => {
    const path = makePhoneFolder(folder, { hasSound: false });
    expect((await bring(path)).problems).toEqual([]);
    writeFileSync(join(path, 'frame_log.csv'), 'V,0,1000,60,03:00:00:00.000,0\n');
    const { problems, folder: takeFolder } = await bring(path);
    expect(problems).toEqual([expect.stringContaining('different clocks')]);
    const { media, subjects } = await openTake(takeFolder);
    expect(media.map(({ pieces }) => pieces[0]?.timeSeconds)).toEqual([0]);
    expect(subjects[0]?.times[0]).toBe(0);
  });

  it('may lie among others in one folder', async () => {
    const path = makePhoneFolder(folder);
    mkdirSync(join(folder, 'notes'));
    expect((await findTakeSources(folder)).map(({ origin }) => origin.file)).toEqual(['20260301_Monolog_4']);
    expect(await findTakeSources(path)).toHaveLength(1);
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken/Walk_1_Ada.csv'), 'nothing');
    const { takeIds, failures } = await importTakes(folder, { takesFolder, appVersion: '0.1.0' });
    expect(takeIds).toHaveLength(1);
    expect(failures).toEqual([
      expect.objectContaining({ kind: 'invalid_take', message: expect.stringMatching(/^broken: Line 1/) }),
    ]);
  });
});

describe('an export', () => {
  /** A second of two people, trimmed to its middle. */
  async function record(subjects: readonly string[]): Promise<string> {
    const writer = await TakeWriter.start(takesFolder, testHeader);
    for (const name of subjects) {
      const number = writer.addSubject({ ...testSubject(name), protocol: 'arkit_data' });
      for (let i = 0; i < 60; i++) writer.take(number, numberedFrame(i), i / 60);
    }
    await writer.stop(1);
    await changeFacts(writer.folder, 'Take', { trim: { startSeconds: 0.25, endSeconds: 0.5 } });
    return writer.folder;
  }

  it('holds what lies in the trim, or all', async () => {
    const take = await record(['Ada']);
    const trimmed = rowsOf(await sendOut(take, { format: 'csv', content: 'played' })).slice(1);
    expect(trimmed).toHaveLength(16);
    expect(Number(trimmed[0]?.[19])).toBe(15);
    expect(rowsOf(await sendOut(take, { format: 'csv', ...whole }))).toHaveLength(61);
  });

  it('holds the take as it plays, calibrated and edited, or as it was recorded', async () => {
    const writer = await TakeWriter.start(takesFolder, testHeader);
    const calibration = { ...NO_CALIBRATION, gain: { jawOpen: 2 } };
    const number = writer.addSubject({ ...testSubject('Ada'), calibration });
    const frame = Object.assign(createCaptureFrame(), { isTimed: true, faceFound: true });
    frame.channels.fill(0.125);
    for (let i = 0; i < 10; i++) writer.take(number, Object.assign(frame, { timeSeconds: i / 60 }), i / 60);
    await writer.stop(1);
    const place = { id: 'up', subject: number, channels: ['jawOpen'], range: null } as const;
    const offset = createLayer('offset', place);
    if (offset.kind !== 'offset') throw new Error('another kind');
    await writeEdit(writer.folder, { version: 1, layers: [{ ...offset, amount: 0.25 }] }, '');
    const jaw = async (choice: ExportChoice) => {
      const [header = [], first = []] = rowsOf(await sendOut(writer.folder, choice));
      return Number(first[header.indexOf('JawOpen')]);
    };
    expect(await jaw({ format: 'csv', content: 'played' })).toBeCloseTo(0.75);
    expect(await jaw({ format: 'csv', ...whole })).toBeCloseTo(0.125);
  });

  it('is a file for each subject, and never replaces one', async () => {
    const take = await record(['Ada', 'a/b:c', '..']);
    const target = join(folder, 'new', 'out');
    const names = async () =>
      (await exportTake(take, target, { format: 'jsonl', ...whole })).map((path) =>
        path.slice(target.length + 1),
      );
    expect(await names()).toEqual(['Monolog_3_Ada.jsonl', 'Monolog_3_a-b-c.jsonl', 'Monolog_3.jsonl']);
    expect(await names()).toEqual([
      'Monolog_3_Ada (2).jsonl',
      'Monolog_3_a-b-c (2).jsonl',
      'Monolog_3 (2).jsonl',
    ]);
    expect(readdirSync(target)).toHaveLength(6);
  });

  it('gives senders without a timecode the time of day at which they were recorded', async () => {
    const [, first] = rowsOf(await sendOut(await record(['Ada']), { format: 'csv', ...whole }));
    const start = new Date(testHeader.startedAt);
    const clock = [start.getHours(), start.getMinutes(), start.getSeconds()].map((n) =>
      String(n).padStart(2, '0'),
    );
    expect(first?.[0]).toBe(`${clock.join(':')}:00.000`);
  });

  it('of a take without a face has no CSV file', async () => {
    const writer = await TakeWriter.start(takesFolder, testHeader);
    const number = writer.addSubject({ ...testSubject('Ada'), face: null });
    writer.take(number, numberedFrame(0), 0);
    await writer.stop(1);
    await expect(exportTake(writer.folder, folder, { format: 'csv', ...whole })).rejects.toMatchObject({
      kind: 'usage',
    });
  });
});

describe('what is no take', () => {
  const rows = phoneCsv([1, 2]);
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'a.csv', '', /no column|no frames/],
    ['a header alone', 'a.csv', rows.split('\n')[0] ?? '', /no frames/],
    ['a file without names', 'a.csv', rows.replace('JawOpen', 'Jaw'), /no column "JawOpen"/],
    ['a wrong count', 'a.csv', rows.replace(',61,', ',52,'), /Line 2 .*BlendShapeCount/],
    ['a line cut off', 'a.csv', rows.slice(0, -40), /Line 3/],
    ['bytes', 'a.csv', new Uint8Array(300).fill(0xff), /no text file/],
    ['zeros', 'a.jsonl', new Uint8Array(300), /Line 1/],
    ['one endless line', 'a.csv', 'x'.repeat(200_000), /no text file/],
    ['lines of another program', 'a.jsonl', '{"hello": 1}\n', /no header/],
    [
      'a time beyond all recordings',
      'a.jsonl',
      `${captureHeaderLine({ deviceId: '', subject: '' })}{"time":1e300,"isTimed":true,"frameRate":0}\n`,
      /no recording/,
    ],
    ['another ending', 'a.mov', 'x', /no take/],
  ])('as %s is refused, and leaves nothing', async (_, name, content, message) => {
    await expect(bring(fileOf(name, content))).rejects.toMatchObject({
      kind: 'invalid_take',
      message: expect.stringMatching(message),
    });
    expect(
      existsSync(takesFolder) ? readdirSync(takesFolder).filter((each) => each !== '.importing') : [],
    ).toEqual([]);
  });

  it('is refused where it is not there, or too large to read', async () => {
    await expect(bring(join(folder, 'nowhere.csv'))).rejects.toMatchObject({ kind: 'missing_file' });
    const large = fileOf('large.csv', '');
    truncateSync(large, 3 * 2 ** 30);
    await expect(bring(large)).rejects.toMatchObject({ kind: 'too_large' });
    await expect(bring(temporaryFolder())).rejects.toMatchObject({ kind: 'invalid_take' });
  });

  it('and breaks off behind good rows leaves nothing either', async () => {
    const path = fileOf('late.csv', phoneCsv(Array.from({ length: 500 }, (_, i) => i / 60)));
    appendFileSync(path, 'broken\n');
    await expect(bring(path)).rejects.toMatchObject({ message: expect.stringContaining('Line 502') });
    expect(existsSync(takesFolder)).toBe(false);
  });

  it('is refused or read, never worse, whatever a phone’s folder says of itself', async () => {
    const name = fc.string({
      unit: fc.constantFrom('a', '/', '.', '\\', '_', '1', '\n', 'ø'),
      maxLength: 12,
    });
    const about = fc.record({
      ...{ slate: name, subject: name, date: fc.oneof(fc.constant('2026-03-01T10:00:00Z'), name) },
      ...{ take: fc.integer({ min: -2, max: 2 ** 50 }), deviceModel: fc.oneof(name, fc.integer()) },
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(about, fc.string()), name, async (json, log) => {
        const inside = join(temporaryFolder(), 'take');
        mkdirSync(inside);
        writeFileSync(join(inside, 'x_1_y.csv'), phoneCsv([1, 2]));
        writeFileSync(join(inside, 'take.json'), JSON.stringify(json));
        writeFileSync(join(inside, 'frame_log.csv'), log);
        const error = await bring(inside).catch((each: unknown) => each);
        if (error instanceof Error) expect(error).toBeInstanceOf(MimesisError);
      }),
      { numRuns: 40 },
    );
  });
});

describe('values of a face', () => {
  it('are kept by both formats whatever they are', async () => {
    const value = fc.float({ noNaN: true, noDefaultInfinity: true, min: -4, max: 4 }).map((each) => each + 0);
    const row = fc.array(value, { minLength: CAPTURE_CHANNEL_COUNT, maxLength: CAPTURE_CHANNEL_COUNT });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const frame = Object.assign(createCaptureFrame(), { isTimed: true, faceFound: true });
        const lines = rows.map((values, i) => {
          frame.timeSeconds = i;
          frame.channels.set(values);
          return captureFrameLine(frame);
        });
        const path = fileOf(
          'Any_1_Ada.jsonl',
          captureHeaderLine({ deviceId: 'D', subject: 'Ada' }) + lines.join(''),
        );
        const take = await openTake((await bring(path)).folder);
        expect([...(take.subjects[0]?.channels ?? [])]).toEqual(rows.flat());
      }),
      { numRuns: 20 },
    );
  });
});
