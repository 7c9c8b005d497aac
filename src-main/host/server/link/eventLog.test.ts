import { describe, expect, it } from 'vitest';
import type { HostEvent } from '#shared/contract/index.ts';
import { EventLog } from './eventLog.ts';

const progress = (done: number): HostEvent => ({
  event: 'job_progress',
  jobId: 'a',
  done,
  announced: null,
});
const takes: HostEvent = { event: 'takes_changed' };
const avatars: HostEvent = { event: 'avatars_changed' };
const sequences = (log: EventLog, after: number) => log.after(after)?.map(({ sequence }) => sequence);

describe('the log of events', () => {
  it('gives what came after a moment, in order', () => {
    const log = new EventLog();
    for (let i = 0; i < 5; i++) log.add(progress(i));
    expect(sequences(log, 0)).toEqual([1, 2, 3, 4, 5]);
    expect(sequences(log, 3)).toEqual([4, 5]);
    expect(sequences(log, 5)).toEqual([]);
  });

  it('keeps only the newest of news that say everything anew', () => {
    const log = new EventLog();
    for (const event of [takes, progress(1), avatars, takes, takes, progress(2)]) log.add(event);
    expect(sequences(log, 0)).toEqual([2, 3, 5, 6]);
    expect(sequences(log, 4)).toEqual([5, 6]);
  });

  it('does not grow with news of one kind, and forgets nothing for them', () => {
    const log = new EventLog();
    log.add(progress(1));
    for (let i = 0; i < 10_000; i++) log.add(takes);
    expect(sequences(log, 0)).toEqual([1, 10_001]);
  });

  it('knows nothing of the future, nor of what it had to forget', () => {
    const log = new EventLog();
    for (let i = 0; i < 3000; i++) log.add(progress(i));
    expect(log.after(3001)).toBeUndefined();
    expect(log.after(951)).toBeUndefined();
    expect(log.after(952)).toHaveLength(2048);
  });
});
