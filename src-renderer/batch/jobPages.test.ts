import { describe, expect, it } from 'vitest';
import type { JobStatus, JobView } from '#shared/contract/index.ts';
import { NO_PAGES, PAGE_LENGTH, pageToRead, rowAt, withPage } from '../lists/index.ts';
import { withJob } from './jobPages.ts';

const job = (index: number, status: JobStatus = 'queued'): JobView => ({
  id: `job ${index}`,
  status,
  word: `word ${index}`,
  filename: `${index}.mp4`,
  error: null,
  errorKind: null,
  errorRemedy: null,
  qualityScore: null,
  frames: null,
});

const TOTAL = 100_000;
const page = (number: number) => ({
  total: TOTAL,
  rows: Array.from({ length: PAGE_LENGTH }, (_, i) => job(number * PAGE_LENGTH + i)),
});
const someList = withPage(withPage<JobView>(NO_PAGES, 0, page(0)), 7, page(7));

describe('a job that changes', () => {
  it('is replaced where it stands', () => {
    const list = withJob(someList, job(703, 'done'), null);
    expect(rowAt(list, 703)?.status).toBe('done');
    expect(pageToRead(list, 700, 710)).toBeUndefined();
  });

  it('outdates a list limited to a state when it leaves it, yet stays in sight', () => {
    const list = withJob(someList, job(3, 'processing'), 'queued');
    expect(rowAt(list, 3)?.status).toBe('processing');
    expect(pageToRead(list, 0, 20)).toBe(0);
  });

  it('outdates a list limited to a state when it may have come into it', () => {
    expect(pageToRead(withJob(someList, job(5000, 'queued'), 'queued'), 0, 20)).toBe(0);
  });

  it('leaves a list limited to a state as it is while it keeps that state', () => {
    expect(pageToRead(withJob(someList, job(3, 'queued'), 'queued'), 0, 20)).toBeUndefined();
  });
});
