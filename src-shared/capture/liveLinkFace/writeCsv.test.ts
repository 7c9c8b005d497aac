import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '../captureFrame.ts';
import type { FaceTake } from '../faceTake.ts';
import { readLiveLinkFaceCsv } from './csv.ts';
import { LIVE_LINK_FACE_CSV_HEADER, liveLinkFaceCsvRow } from './writeCsv.ts';

const csvOf = ({ times, channels }: FaceTake): string =>
  [
    LIVE_LINK_FACE_CSV_HEADER,
    ...Array.from(times, (time, row) => {
      const start = row * CAPTURE_CHANNEL_COUNT;
      return liveLinkFaceCsvRow(time, channels.subarray(start, start + CAPTURE_CHANNEL_COUNT), true);
    }),
  ].join('');

/** Rows at these times, all of whose channels are 0. */
const takeAt = (...times: number[]): FaceTake => ({
  times: Float64Array.from(times),
  channels: new Float32Array(times.length * CAPTURE_CHANNEL_COUNT),
});

const timecodesOf = (csv: string): string[] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(',')));

describe('the CSV file of a take', () => {
  it('is the one that the app wrote, byte for byte', (context) => {
    const written = readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8');
    const csv = csvOf(readLiveLinkFaceCsv(written));
    expect(timecodesOf(csv)).toEqual(timecodesOf(written));
    expect(csv === written).toBe(true);
  });

  it('has the header of the app, with right before left of jaw and mouth', (context) => {
    const [header] = csvOf(takeAt()).split('\n');
    expect(header).toMatch(
      /^Timecode,BlendShapeCount,EyeBlinkLeft,.*,JawRight,JawLeft,.*,MouthRight,MouthLeft,/,
    );
    const orders = readFileSync(requireShared(context, 'reference/face/arkit-orders.json'), 'utf8');
    const key = 'llf_csv_header_63 (real file)';
    expect(header?.split(',')).toEqual(
      z.object({ [key]: z.array(z.string()) }).parse(JSON.parse(orders))[key],
    );
  });

  it('has rows of a timecode, the count and 61 values with 10 decimals', () => {
    const take = takeAt(47_584 + 31.652 / 60);
    take.channels[CAPTURE_CHANNELS.indexOf('eyeBlinkLeft')] = 0.1236470118;
    take.channels[CAPTURE_CHANNELS.indexOf('jawLeft')] = 0.25;
    take.channels[CAPTURE_CHANNELS.indexOf('rightEyeRoll')] = -1.5;
    const [, row = '', end] = csvOf(take).split('\n');
    const fields = row.split(',');
    expect(fields).toHaveLength(63);
    expect(fields.slice(0, 4)).toEqual(['13:13:04:31.652', '61', '0.1236470118', '0.0000000000']);
    expect(fields.slice(17, 19)).toEqual(['0.0000000000', '0.2500000000']);
    expect(fields.at(-1)).toBe('-1.5000000000');
    expect(end).toBe('');
  });

  it('counts frames by sixtieths of a second, whatever the rate of the take', () => {
    const at = (rate: number) => timecodesOf(csvOf(takeAt(...[0, 1, 2].map((i) => i / rate))));
    expect(at(30)).toEqual(['00:00:00:00.000', '00:00:00:02.000', '00:00:00:04.000']);
    expect(at(60)).toEqual(['00:00:00:00.000', '00:00:00:01.000', '00:00:00:02.000']);
    expect(at(24)).toEqual(['00:00:00:00.000', '00:00:00:02.500', '00:00:00:05.000']);
    expect(at(60_000 / 1001)).toEqual(['00:00:00:00.000', '00:00:00:01.001', '00:00:00:02.002']);
  });

  it.each([
    [59.9994, '00:00:00:59.999'],
    [59.9996, '00:00:01:00.000'],
    [60 * 60 - 0.0004, '00:01:00:00.000'],
    [3600 * 60 - 0.0004, '01:00:00:00.000'],
    [86_400 * 60 - 0.001, '23:59:59:59.999'],
    [86_400 * 60 - 0.0004, '00:00:00:00.000'],
    [86_400 * 60 + 2, '00:00:00:02.000'],
  ])('gives frame %f of the day the timecode %s', (frame, timecode) => {
    expect(timecodesOf(csvOf(takeAt(frame / 60)))).toEqual([timecode]);
  });

  it('is read back as the take that it was, over midnight too', () => {
    const value = fc.float({ noNaN: true, min: -2, max: 2 });
    const row = fc.array(value, { minLength: CAPTURE_CHANNEL_COUNT, maxLength: CAPTURE_CHANNEL_COUNT });
    const start = fc.double({ min: 0, max: 86_399.99, noNaN: true });
    const step = fc.double({ min: 1 / 1000, max: 100, noNaN: true });
    fc.assert(
      fc.property(start, step, fc.array(row, { minLength: 1, maxLength: 4 }), (from, seconds, rows) => {
        const take = {
          times: Float64Array.from(rows, (_, i) => from + i * seconds),
          channels: Float32Array.from(rows.flat()),
        };
        const read = readLiveLinkFaceCsv(csvOf(take));
        for (const [i, time] of take.times.entries())
          expect(Math.abs((read.times[i] ?? -1) - time)).toBeLessThan(1e-5);
        for (const [i, each] of take.channels.entries())
          expect(Math.abs((read.channels[i] ?? 9) - each)).toBeLessThan(1e-6);
      }),
    );
  });
});
