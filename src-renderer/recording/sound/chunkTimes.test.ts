import { describe, expect, it } from 'vitest';
import { ChunkTimes } from './chunkTimes.ts';

describe('the times of chunks', () => {
  it('are those that Chromium tells, however late a chunk comes', () => {
    const times = new ChunkTimes();
    expect(times.pageMs(5_000_000, 5004)).toBe(5000);
    expect(times.pageMs(5_010_000, 7000)).toBe(5010);
  });

  it('count from the chunk that came quickest where they are told by another clock', () => {
    const times = new ChunkTimes();
    const started = 68_000_000;
    times.pageMs((started + 1000) * 1000, 1003);
    times.pageMs((started + 1010) * 1000, 1010.5);
    expect(times.pageMs((started + 1020) * 1000, 1070)).toBeCloseTo(1020.5, 6);
  });
});
