import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ClipStore, type ClipToStore } from './clipStore.ts';
import { openDatabase, type SqliteDatabase } from './database.ts';
import { SqliteJobStore } from './jobStore.ts';
import { EVERY_JOB } from './testing/everyJob.ts';

let database: SqliteDatabase;
let clips: ClipStore;

beforeEach(() => {
  database = openDatabase(':memory:');
  clips = new ClipStore(database);
});

type File = ClipToStore['file'];
const content = (digit: string): File => ({ kind: 'ready', sha1: digit.repeat(40) });
const missing: File = { kind: 'missing' };
const empty: File = { kind: 'unusable', error: { kind: 'empty_file', message: 'It is empty.' } };

const clip = (word: string, path: string, file: File): ClipToStore => ({ word, path, filename: path, file });
const rows = (table: string): unknown[] => database.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
const everything = (): unknown[] => ['videos', 'clips', 'jobs'].map(rows);

/** Word, status and content of each job. */
function jobs(): [string, string, string | undefined][] {
  return new SqliteJobStore(database)
    .page(EVERY_JOB)
    .jobs.map(({ word, status, sha1 }) => [word, status, sha1?.[0]]);
}

describe('storing clips', () => {
  it('makes one clip of the same content under the same word, whatever its path', () => {
    expect(clips.storeAll([clip('hei', '/a', content('1')), clip('hei', '/b', content('1'))])).toEqual([
      'created',
      'reused',
    ]);
    expect(jobs()).toEqual([['hei', 'queued', '1']]);
  });

  it('makes a second clip of the same video of the same content under another word', () => {
    expect(clips.storeAll([clip('hei', '/a', content('1')), clip('ha det', '/b', content('1'))])).toEqual([
      'created',
      'created',
    ]);
    expect(rows('videos')).toHaveLength(1);
    expect(jobs()).toEqual([
      ['hei', 'queued', '1'],
      ['ha det', 'queued', '1'],
    ]);
  });

  it('keeps what cannot be tracked, with the reason', () => {
    clips.storeAll([clip('borte', '/a', missing), clip('tom', '/b', empty)]);
    expect(new SqliteJobStore(database).page(EVERY_JOB).jobs).toMatchObject([
      { status: 'missing_file', errorKind: 'missing_file', error: 'The file does not exist.' },
      { status: 'failed', errorKind: 'empty_file', error: 'It is empty.' },
    ]);
  });

  it('stores all or, where one cannot be written, none', () => {
    const impossible = { ...clip('nei', '/b', content('2')), word: null } as unknown as ClipToStore;
    expect(() => clips.storeAll([clip('ja', '/a', content('1')), impossible])).toThrow('cannot be recorded');
    expect(everything()).toEqual([[], [], []]);
  });

  it('changes nothing when it is done again', () => {
    const word = fc.constantFrom('hei', 'takk');
    const path = fc.constantFrom('/a', '/b', '/c');
    const file = fc.constantFrom(content('1'), content('2'), missing, empty);
    const listOf = fc.array(fc.tuple(word, path), { maxLength: 8 });
    const folderOf = fc.record({ '/a': file, '/b': file, '/c': file });
    fc.assert(
      fc.property(listOf, folderOf, (list, folder) => {
        database = openDatabase(':memory:');
        clips = new ClipStore(database);
        const input = list.map(([name, at]) => clip(name, at, folder[at]));
        clips.storeAll(input);
        const once = everything();
        expect(clips.storeAll(input).every((kind) => kind === 'reused')).toBe(true);
        expect(everything()).toEqual(once);
        database.close();
      }),
    );
  });
});

describe('storing a clip again', () => {
  it('queues it when its file has come', () => {
    clips.storeAll([clip('hei', '/a', missing), clip('takk', '/b', empty)]);
    clips.storeAll([clip('hei', '/a', content('1')), clip('takk', '/b', content('2'))]);
    expect(jobs()).toEqual([
      ['hei', 'queued', '1'],
      ['takk', 'queued', '2'],
    ]);
    expect(rows('videos')).toHaveLength(2);
  });

  it('joins it to the video whose content has come', () => {
    clips.storeAll([clip('hei', '/a', content('1')), clip('takk', '/b', missing)]);
    clips.storeAll([clip('takk', '/b', content('1'))]);
    expect(jobs()).toEqual([
      ['hei', 'queued', '1'],
      ['takk', 'queued', '1'],
    ]);
    expect(rows('videos')).toHaveLength(1);
  });

  it('drops it when its word already has the content that has come', () => {
    clips.storeAll([clip('hei', '/a', content('1')), clip('hei', '/b', missing)]);
    clips.storeAll([clip('hei', '/b', content('1'))]);
    expect(jobs()).toEqual([['hei', 'queued', '1']]);
  });

  it('queues the new content of a file that failed, and does not repeat the failure of the old', () => {
    const store = new SqliteJobStore(database);
    clips.storeAll([clip('hei', '/a', content('1'))]);
    const job = store.claim('me', 60);
    if (!job) throw new Error('nothing to claim');
    store.fail(job, { kind: 'unreadable_media', message: 'It is damaged.' });
    clips.storeAll([clip('hei', '/a', content('1'))]);
    expect(jobs()).toEqual([['hei', 'failed', '1']]);
    clips.storeAll([clip('hei', '/a', content('2'))]);
    expect(jobs()).toEqual([['hei', 'queued', '2']]);
  });

  it('queues what failed when that is asked for, with all its attempts', () => {
    const store = new SqliteJobStore(database);
    clips.storeAll([clip('hei', '/a', content('1'))]);
    const job = store.claim('me', 60);
    if (!job) throw new Error('nothing to claim');
    store.fail(job, { kind: 'worker_died', message: 'It died.' });
    clips.storeAll([clip('hei', '/a', content('1'))], { retry: true });
    expect(store.page(EVERY_JOB).jobs).toMatchObject([
      { status: 'queued', attempts: 0, error: null, errorKind: null },
    ]);
  });
});
