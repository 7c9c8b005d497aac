import { describe, expect, it } from 'vitest';
import { framesOf } from './recordedFrames.ts';
import { evenTimes, subjectOf } from './testing/subject.ts';

describe('runs of frames', () => {
  it('end where no face is seen', () => {
    const flags = Uint8Array.of(1, 9, 8, 0, 1, 1);
    expect(framesOf(subjectOf(evenTimes(6), {}, { flags })).runs).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ]);
  });

  it('end where frames stay away, and not where single ones are missing', () => {
    const times = [0, 1, 2, 4, 30, 31].map((frame) => frame / 60);
    const gaps = [{ fromSeconds: 4 / 60, toSeconds: 30 / 60 }];
    expect(framesOf(subjectOf(times, {}, { gaps })).runs).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 6 },
    ]);
  });

  it('go on where the network was held up, and the frames came all the same', () => {
    const gaps = [{ fromSeconds: 0.02, toSeconds: 0.08 }];
    expect(framesOf(subjectOf(evenTimes(6), {}, { gaps })).runs).toEqual([{ start: 0, end: 6 }]);
  });

  it('are none of a subject without frames, or without a face', () => {
    expect(framesOf(subjectOf([])).runs).toEqual([]);
    expect(framesOf(subjectOf([0, 1], {}, { flags: Uint8Array.of(2, 2) })).runs).toEqual([]);
  });
});
