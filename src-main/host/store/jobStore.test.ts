import { beforeEach, describe, expect, it } from 'vitest';
import type { JobQuery } from '#shared/contract/index.ts';
import { ClipStore } from './clipStore.ts';
import { openDatabase, type SqliteDatabase } from './database.ts';
import { type FinishedTrack, SqliteJobStore } from './jobStore.ts';
import type { JobRecord } from './records.ts';
import { EVERY_JOB } from './testing/everyJob.ts';

let database: SqliteDatabase;
let store: SqliteJobStore;

beforeEach(() => {
  database = openDatabase(':memory:');
  store = new SqliteJobStore(database);
});

/** Queues a clip of the video with this content. */
function queue(word: string, video: number): void {
  const sha1 = String(video).repeat(40);
  new ClipStore(database).storeAll([
    { word, path: `/${video}.mp4`, filename: `${video}.mp4`, file: { kind: 'ready', sha1 } },
  ]);
}

function claim(): JobRecord {
  const job = store.claim('host:1', 300);
  if (!job) throw new Error('nothing to claim');
  return job;
}

const track: FinishedTrack = {
  provider: 'mediapipe 0.10.35',
  formatVersion: 'v2',
  dataPath: 'tracks/x/tracking.jsonl.gz',
  sha256: 'f'.repeat(64),
  bytes: 1000,
  frames: 50,
  quality: {
    score: 0.9,
    hand_visibility: 1,
    tracking_stability: 1,
    face_coverage: 1,
    resolution_factor: 0,
    frames: 50,
    presence: { pose: 1, left_hand: 1, right_hand: 1, face: 1 },
    jitter_sw: 0.01,
    shoulder_width_px: 100,
    issues: ['low_resolution'],
  },
  video: { durationSeconds: 2, fps: 25, width: 540, height: 720 },
};

const statuses = (): string[] => store.page(EVERY_JOB).jobs.map(({ word, status }) => `${word} ${status}`);

describe('the queue of jobs', () => {
  it('gives the oldest first, and nothing when none waits', () => {
    queue('en', 1);
    queue('to', 2);
    expect([claim().word, claim().word]).toEqual(['en', 'to']);
    expect(store.claim('host:1', 300)).toBeUndefined();
  });

  it('never gives two jobs of one video at a time', () => {
    queue('hei', 1);
    queue('hallo', 1);
    queue('takk', 2);
    const first = claim();
    expect(claim().word).toBe('takk');
    expect(store.claim('host:1', 300)).toBeUndefined();
    store.release(first, 0);
    expect(claim().videoId).toBe(first.videoId);
    expect(store.claim('host:1', 300)).toBeUndefined();
  });

  it('finishes all clips of a video together', () => {
    queue('hei', 1);
    queue('hallo', 1);
    queue('takk', 2);
    store.finish(claim(), track);
    expect(statuses()).toEqual(['hei done', 'hallo done', 'takk queued']);
    expect(store.page(EVERY_JOB).jobs[1]).toMatchObject({ qualityScore: 0.9, frames: 50, error: null });
    expect(store.trackedClips({}).map(({ word, width }) => [word, width])).toEqual([
      ['hallo', 540],
      ['hei', 540],
    ]);
  });

  it('fails all clips of a video together', () => {
    queue('hei', 1);
    queue('hallo', 1);
    store.fail(claim(), { kind: 'unreadable_media', message: 'It is damaged.', remedy: 'Copy it again.' });
    expect(statuses()).toEqual(['hei failed', 'hallo failed']);
    expect(store.page(EVERY_JOB).jobs[1]).toMatchObject({
      error: 'It is damaged.',
      errorKind: 'unreadable_media',
      errorRemedy: 'Copy it again.',
    });
  });

  it('calls a file that has gone missing missing, not failed', () => {
    queue('hei', 1);
    store.fail(claim(), { kind: 'missing_file', message: 'There is no file.' });
    expect(statuses()).toEqual(['hei missing_file']);
    expect(store.count()).toEqual({ queued: 0, processing: 0, done: 0, failed: 0, missing_file: 1 });
  });

  it('finishes a later clip of a tracked video from its track', () => {
    queue('hei', 1);
    expect(store.finishFromTrack(claim())).toBe(false);
    store.recoverOrphans();
    store.finish(claim(), track);
    queue('hallo', 1);
    expect(store.finishFromTrack(claim())).toBe(true);
    expect(store.page(EVERY_JOB).jobs[1]).toMatchObject({
      word: 'hallo',
      status: 'done',
      qualityScore: 0.9,
      frames: 50,
    });
  });

  it('keeps one track of a video, the newest', () => {
    queue('hei', 1);
    const job = claim();
    store.finish(job, track);
    store.finish(job, { ...track, frames: 60 });
    expect(store.trackedClips({})).toMatchObject([{ frames: 60 }]);
  });

  it('queues again what a dead process has left, and does not count that attempt', () => {
    queue('hei', 1);
    const first = claim();
    store.release(first, first.attempts);
    expect(claim().attempts).toBe(2);
    expect(store.recoverOrphans()).toBe(1);
    expect(store.recoverOrphans()).toBe(0);
    expect(store.page(EVERY_JOB).jobs).toMatchObject([{ status: 'queued', attempts: 1 }]);
    expect(database.prepare('SELECT lease_owner, lease_expires_at FROM jobs').get()).toEqual({
      lease_owner: null,
      lease_expires_at: null,
    });
  });

  it('notes who works on a job, and until when', () => {
    queue('hei', 1);
    claim();
    const lease = database
      .prepare(
        'SELECT lease_owner, round((julianday(lease_expires_at) - julianday(started_at)) * 86400) AS seconds FROM jobs',
      )
      .get();
    expect(lease).toEqual({ lease_owner: 'host:1', seconds: 300 });
  });

  it('finds the tracked clips of a word, however its letters are composed, or of a video', () => {
    queue('blåbær', 1);
    queue('hei', 2);
    store.finish(claim(), track);
    const { videoId } = claim();
    expect(store.trackedClips({ word: 'blåbær'.normalize('NFD') })).toHaveLength(1);
    expect(store.trackedClips({ word: 'hei' })).toEqual([]);
    expect(store.trackedClips({ videoId })).toEqual([]);
  });
});

describe('a page of jobs', () => {
  const words = (query: Partial<JobQuery>): string[] =>
    store.page({ ...EVERY_JOB, ...query }).jobs.map(({ word }) => word);

  beforeEach(() => {
    for (const [video, word] of ['hus', 'katt', 'Hund', '100%', 'a_b'].entries()) queue(word, video);
  });

  it('is a part of the list, with the count of the whole', () => {
    expect(store.page({ ...EVERY_JOB, offset: 1, limit: 2 })).toMatchObject({
      total: 5,
      jobs: [{ word: 'katt' }, { word: 'Hund' }],
    });
    expect(store.page({ ...EVERY_JOB, offset: 9 })).toEqual({ total: 5, jobs: [] });
  });

  it('can be of one state', () => {
    claim();
    expect(words({ status: 'processing' })).toEqual(['hus']);
    expect(store.page({ ...EVERY_JOB, status: 'queued', limit: 1 })).toMatchObject({ total: 4 });
    expect(words({ status: 'failed' })).toEqual([]);
  });

  it('can be searched by word and file name, in any case, letter by letter', () => {
    expect(words({ search: 'hu' })).toEqual(['hus', 'Hund']);
    expect(words({ search: '1.MP4' })).toEqual(['katt']);
    expect(words({ search: '%' })).toEqual(['100%']);
    expect(words({ search: '_' })).toEqual(['a_b']);
    expect(words({ search: '\\' })).toEqual([]);
  });

  it('can be searched in any case of every letter', () => {
    queue('Ålesund', 6);
    expect(words({ search: 'ål' })).toEqual(['Ålesund']);
    expect(words({ search: 'ÅLE' })).toEqual(['Ålesund']);
  });
});
