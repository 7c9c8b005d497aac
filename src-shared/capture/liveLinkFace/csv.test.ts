import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { MimesisError } from '../../contract/index.ts';
import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureChannel,
  createCaptureFrame,
} from '../captureFrame.ts';
import { createLiveLinkFaceCsvReader, readLiveLinkFaceCsv } from './csv.ts';
import { LIVE_LINK_FACE_NAMES } from './names.ts';

const HEADER = ['Timecode', 'BlendShapeCount', ...LIVE_LINK_FACE_NAMES];
const values = (value: number): string => LIVE_LINK_FACE_NAMES.map(() => value.toFixed(10)).join(',');
const file = (...lines: string[]): string => [HEADER.join(','), ...lines].join('\n');
const rowAt = (timecode: string): string => `${timecode},61,${values(0)}`;

function problemOf(text: string): MimesisError | undefined {
  try {
    readLiveLinkFaceCsv(text);
    return undefined;
  } catch (error) {
    if (error instanceof MimesisError) return error;
    throw error;
  }
}

describe('a CSV file of Live Link Face', () => {
  it('is read to its last digit, quickly', (context) => {
    const text = readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8');
    const started = performance.now();
    const take = readLiveLinkFaceCsv(text);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(take.times.length).toBe(4030);
    expect(take.channels.length).toBe(4030 * CAPTURE_CHANNEL_COUNT);
    expect(take.times[0]).toBeCloseTo(47_584 + 31.652 / 60, 9);
    expect(take.times[4029]).toBeCloseTo(47_718 + 54.561 / 60, 9);
    const value = (row: number, name: CaptureChannel) =>
      take.channels[row * CAPTURE_CHANNEL_COUNT + CAPTURE_CHANNELS.indexOf(name)];
    expect(value(0, 'eyeBlinkLeft')).toBeCloseTo(0.1236470118, 7);
    // The file has JawRight and MouthRight before the left ones; the packet has them after.
    expect(value(0, 'jawRight')).toBeCloseTo(0.0185036063, 7);
    expect(value(0, 'jawLeft')).toBe(0);
    expect(value(0, 'mouthLeft')).toBeCloseTo(0.0444001928, 7);
    expect(value(4029, 'rightEyeRoll')).toBeCloseTo(0.0167454109, 7);
  });

  it('counts frames by sixtieths of a second, whatever the rate of the take', () => {
    const { times } = readLiveLinkFaceCsv(file(rowAt('00:00:01:30.000'), rowAt('01:01:01:45.600')));
    expect([...times]).toEqual([1.5, 3661.76]);
  });

  it('may go over midnight', () => {
    const { times } = readLiveLinkFaceCsv(file(rowAt('23:59:59:58.000'), rowAt('00:00:00:00.000')));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeCloseTo(2 / 60, 9);
  });

  it('may have its columns in any order, further ones, and lines of Windows', () => {
    const names = ['Note', ...HEADER.toReversed()];
    const given = new Map([
      ['Timecode', '00:00:00:06.000'],
      ['BlendShapeCount', '61'],
    ]);
    const fields = names.map((name, i) => given.get(name) ?? `${i}`);
    const { times, channels } = readLiveLinkFaceCsv(`${names.join(',')}\r\n${fields.join(',')}\r\n\r\n`);
    expect([...times]).toEqual([0.1]);
    expect(channels[CAPTURE_CHANNELS.indexOf('jawLeft')]).toBe(names.indexOf('JawLeft'));
  });

  it('tells of frames in which no face was seen', () => {
    const reader = createLiveLinkFaceCsvReader();
    const frame = createCaptureFrame();
    const lines = [HEADER.join(','), rowAt('00:00:00:00.000'), `00:00:00:01.000,0,${values(0.5)}`];
    const seen = lines.map((line) => reader.read(line, frame) && [frame.faceFound, frame.timeSeconds]);
    expect(seen).toEqual([false, [true, 0], [false, 1 / 60]]);
    expect(frame).toMatchObject({ isTimed: true, frameRate: 60 });
    expect(frame.channels.every((value) => value === 0)).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['is empty', '', /^Line 1 .*no column "Timecode"/],
    ['lacks a name', HEADER.with(7, 'Other').join(','), /^Line 1 .*no column "EyeSquintLeft"/],
    ['has a name twice', [...HEADER, 'JawOpen'].join(','), /^Line 1 .*two columns "JawOpen"/],
    ['has no rows', file(), /no rows/],
    ['has a row cut off', file(rowAt('00:00:00:00.000'), '00:00:00:02.000,61,0.1'), /^Line 3 .*3 fields/],
    ['has words for values', file('', rowAt('00:00:00:00').replace('0.0', 'nan')), /^Line 3 .*column 3/],
    ['has no value', file(`00:00:00:00,61,${values(0).replace('0.0000000000', '')}`), /^Line 2 .*column 3/],
    [
      'has infinite values',
      file(`00:00:00:00,61,${values(Number.POSITIVE_INFINITY)}`),
      /^Line 2 .*no number/,
    ],
    ['has values too large', file(`00:00:00:00,61,${values(1e39)}`), /^Line 2 .*no number/],
    ['counts 52 values', file(`00:00:00:00,52,${values(0)}`), /^Line 2 .*BlendShapeCount of "52"/],
    ['has no timecode', file(rowAt('12.5')), /^Line 2 .*timecode "12.5"/],
    ['has 61 seconds', file(rowAt('00:00:61:00')), /^Line 2 .*timecode/],
    ['has 75 frames', file(rowAt('00:00:01:75')), /^Line 2 .*timecode/],
    ['goes back', file(rowAt('00:00:01:02'), rowAt('00:00:01:01')), /^Line 3 .*before/],
  ])('that %s is refused with its line', (_, text, message) => {
    const problem = problemOf(text);
    expect(problem?.kind).toBe('invalid_take');
    expect(problem?.message).toMatch(message);
  });

  it('that is any text at all is read or refused, never worse', () => {
    const field = fc.oneof(fc.constantFrom('', '00:00:00:00.000', '0.5', '-1', '"'), fc.string());
    const line = fc.array(field, { maxLength: 70 }).map((fields) => fields.join(','));
    fc.assert(
      fc.property(fc.boolean(), fc.array(line), (hasHeader, lines) => {
        const problem = problemOf(hasHeader ? file(...lines) : lines.join('\n'));
        expect(problem?.kind ?? 'invalid_take').toBe('invalid_take');
      }),
    );
  });

  it('gives back any values that were written', () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    const row = fc.array(value, { minLength: 61, maxLength: 61 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const lines = rows.map(
          (fields, i) => `00:00:00:0${2 * i}.000,61,${fields.map((each) => each.toFixed(10)).join(',')}`,
        );
        const { channels } = readLiveLinkFaceCsv(file(...lines));
        const written = rows.flatMap((fields) =>
          CAPTURE_CHANNELS.map(
            (name) => fields[LIVE_LINK_FACE_NAMES.findIndex((other) => sameName(other, name))],
          ),
        );
        for (const [i, each] of written.entries())
          expect(Math.abs((channels[i] ?? 9) - (each ?? 0))).toBeLessThan(1e-6);
      }),
    );
  });
});

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
