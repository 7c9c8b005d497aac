import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { TAKE_ORDERS, type TakeQuery } from '#shared/contract/index.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { openDatabase } from './database.ts';
import { type TakeRecord, TakeStore } from './takeStore.ts';

const TAKES = 100_000;
const TAGS = ['best', 'blink', 'smile', 'retake'];

const everything: TakeQuery = {
  search: '',
  tag: null,
  minRating: 0,
  inTrash: false,
  order: 'startedAt',
  descending: true,
  offset: 0,
  limit: 50,
};

const takeOf = (i: number): TakeRecord => ({
  id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  name: `Scene ${i % 500} take ${i}`,
  slate: `Scene ${i % 500}`,
  takeNumber: i,
  subjects: ['Ada', 'Grace'],
  tags: i % 10 === 0 ? [TAGS[(i / 10) % TAGS.length] ?? ''] : [],
  rating: i % 6,
  notes: i % 1000 === 7 ? 'Blikket går OPP' : 'nothing to say of it',
  trimStartSeconds: null,
  trimEndSeconds: null,
  startedAt: new Date(1_700_000_000_000 + i * 60_000).toISOString(),
  durationSeconds: i % 300,
  frames: 100,
  droppedFrames: 0,
  quality: (i % 101) / 100,
  endReason: 'stopped',
  hasAudio: i % 2 === 0,
  hasVideo: false,
  isEdited: false,
  bytes: 1000,
  stamp: '',
  trashedAt: i % 100 === 99 ? '2026-01-01T00:00:00.000Z' : null,
});

function openStore() {
  const database = openDatabase(join(temporaryFolder(), 'mimesis.db'));
  onTestFinished(() => {
    database.close();
  });
  return { database, store: new TakeStore(database) };
}

describe('an index of a hundred thousand takes', () => {
  it('finds what is asked for, in order and by pages', () => {
    const all = Array.from({ length: TAKES }, (_, i) => takeOf(i));
    const live = all.filter(({ trashedAt }) => trashedAt === null);
    const { store } = openStore();
    store.put(all);
    const ids = (query: Partial<TakeQuery>): string[] =>
      store.page({ ...everything, ...query }).takes.map(({ id }) => id);

    expect(store.page(everything).total).toBe(live.length);
    expect(ids({ offset: 1000, limit: 3 })).toEqual(
      live
        .toReversed()
        .slice(1000, 1003)
        .map(({ id }) => id),
    );
    const noted = live.filter(({ notes }) => notes.includes('OPP'));
    expect(store.page({ ...everything, search: 'går opp', descending: false, limit: 200 })).toMatchObject({
      total: noted.length,
      takes: noted.map(({ id }) => ({ id })),
    });
    const tagged = live.filter(({ tags, rating }) => tags.includes('smile') && rating >= 2);
    expect(store.page({ ...everything, tag: 'smile', minRating: 2 }).total).toBe(tagged.length);
    const longest = store.page({ ...everything, order: 'durationSeconds' }).takes;
    expect(longest.every(({ durationSeconds }) => durationSeconds === 298)).toBe(true);
    expect(store.page({ ...everything, inTrash: true }).total).toBe(TAKES - live.length);
    expect(store.tags().map(({ tag }) => tag)).toEqual(['best', 'blink', 'retake', 'smile']);
  });

  it('needs no sorting for a page in any order', () => {
    const { database, store } = openStore();
    const plan = z.array(z.object({ detail: z.string() }));
    for (const order of TAKE_ORDERS) {
      for (const descending of [true, false]) {
        const sql = store.pageStatement({ ...everything, order, descending });
        const steps = plan.parse(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(50, 0));
        expect(steps.map(({ detail }) => detail).join('; ')).toMatch(/USING INDEX idx_takes_\w+$/);
      }
    }
  });
});
