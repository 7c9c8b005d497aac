import { describe, expect, it } from 'vitest';
import type { JobStatus, JobView } from '#shared/contract/index.ts';
import { jobAt, NO_PAGES, outdated, PAGE_LENGTH, pageToRead, withJob, withPage } from './jobPages.ts';

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
  jobs: Array.from({ length: PAGE_LENGTH }, (_, i) => job(number * PAGE_LENGTH + i)),
});
const someList = withPage(withPage(NO_PAGES, 0, page(0)), 7, page(7));

describe('the pages of a long list', () => {
  it('begins with its first page, and is read no further while it is empty', () => {
    expect(jobAt(NO_PAGES, 0)).toBeUndefined();
    expect(pageToRead(NO_PAGES, 0, 50)).toBe(0);
    const empty = withPage(NO_PAGES, 0, { total: 0, jobs: [] });
    expect(pageToRead(empty, 0, 50)).toBeUndefined();
    expect(pageToRead(outdated(empty), 0, 50)).toBe(0);
  });

  it('knows the jobs of the pages that were read, at their places', () => {
    expect(someList.total).toBe(TOTAL);
    expect(jobAt(someList, 42)?.id).toBe('job 42');
    expect(jobAt(someList, 7 * PAGE_LENGTH + 3)?.id).toBe('job 703');
    expect(jobAt(someList, PAGE_LENGTH)).toBeUndefined();
  });

  it('names the first page in sight that was not read', () => {
    expect(pageToRead(someList, 10, 60)).toBeUndefined();
    expect(pageToRead(someList, 90, 110)).toBe(1);
    expect(pageToRead(someList, 650, 710)).toBe(6);
    expect(pageToRead(someList, TOTAL - 5, TOTAL + 40)).toBe(TOTAL / PAGE_LENGTH - 1);
    expect(pageToRead(someList, TOTAL, TOTAL + 40)).toBe(TOTAL / PAGE_LENGTH - 1);
  });

  it('shows outdated pages until they are read anew', () => {
    const list = outdated(someList);
    expect(jobAt(list, 42)?.id).toBe('job 42');
    expect(pageToRead(list, 10, 60)).toBe(0);
    expect(pageToRead(withPage(list, 0, page(0)), 10, 60)).toBeUndefined();
  });

  it('keeps a bounded number of pages, and those near the newest', () => {
    let list = NO_PAGES;
    for (let number = 0; number < 300; number++) list = withPage(list, number, page(number));
    expect(list.pages.size).toBeLessThanOrEqual(100);
    expect(jobAt(list, 299 * PAGE_LENGTH)?.id).toBe('job 29900');
    expect(jobAt(list, 0)).toBeUndefined();
  });
});

describe('a job that changes', () => {
  it('is replaced where it stands', () => {
    const list = withJob(someList, job(703, 'done'), null);
    expect(jobAt(list, 703)?.status).toBe('done');
    expect(pageToRead(list, 700, 710)).toBeUndefined();
    expect(jobAt(someList, 703)?.status).toBe('queued');
  });

  it('changes nothing where it was not read', () => {
    expect(withJob(someList, job(5000, 'done'), null)).toBe(someList);
  });

  it('outdates a list limited to a state when it leaves it, yet stays in sight', () => {
    const list = withJob(someList, job(3, 'processing'), 'queued');
    expect(jobAt(list, 3)?.status).toBe('processing');
    expect(pageToRead(list, 0, 20)).toBe(0);
  });

  it('outdates a list limited to a state when it may have come into it', () => {
    expect(pageToRead(withJob(someList, job(5000, 'queued'), 'queued'), 0, 20)).toBe(0);
  });

  it('leaves a list limited to a state as it is while it keeps that state', () => {
    expect(pageToRead(withJob(someList, job(3, 'queued'), 'queued'), 0, 20)).toBeUndefined();
  });
});
