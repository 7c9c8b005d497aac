import { describe, expect, it } from 'vitest';
import { secondsOfDay } from '#shared/capture/index.ts';
import { startOf } from './recordingStart.ts';

const noon = new Date(2026, 2, 1, 12, 0, 0);

describe('when an imported take was recorded', () => {
  it('is as the phone says', () => {
    const start = startOf('2026-03-01T10:00:00+02:00', { firstSeconds: 5 }, 'csv', noon.getTime());
    expect(start.toISOString()).toBe('2026-03-01T08:00:00.000Z');
  });

  it('is of a CSV file alone at its timecode, on the day on which it was written or the one before', () => {
    const at = (firstSeconds: number) => startOf(undefined, { firstSeconds }, 'csv', noon.getTime());
    expect(at(11 * 3600)).toEqual(new Date(2026, 2, 1, 11));
    expect(at(13 * 3600)).toEqual(new Date(2026, 1, 28, 13));
    expect(secondsOfDay(at(11 * 3600 + 0.25))).toBe(11 * 3600 + 0.25);
  });

  it('is of captured frames when their file was written', () => {
    expect(startOf(undefined, { firstSeconds: 5 }, 'jsonl', noon.getTime())).toEqual(noon);
  });
});
