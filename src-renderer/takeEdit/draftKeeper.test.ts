import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_EDIT } from '#shared/contract/index.ts';
import { createLayer } from '#shared/takeEdit/index.ts';
import type { Draft } from './draft.ts';
import { DraftKeeper } from './draftKeeper.ts';

const NOTHING: Draft = { edit: NO_EDIT, trim: null };
const draft = (amount: number): Draft => ({
  ...NOTHING,
  edit: {
    version: 1,
    layers: [
      { ...createLayer('offset', { id: 'a', subject: 0, channels: ['jawOpen'], range: null }), amount },
    ],
  },
});

/** A keeper whose disk fails when told so, and what it has written. */
function keeperFor() {
  const disk = { isBroken: false, written: [] as unknown[], failures: 0 };
  const write = async (what: unknown): Promise<void> => {
    if (disk.isBroken) throw new Error('the disk is full');
    disk.written.push(what);
  };
  const onFailure = (): void => {
    disk.failures++;
  };
  return { disk, keeper: new DraftKeeper({ writeEdit: write, writeTrim: write, onFailure }, NOTHING) };
}

describe('what is changed of a take', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is written once a drag rests', async () => {
    const { disk, keeper } = keeperFor();
    for (let amount = 1; amount <= 5; amount++) {
      keeper.keep(draft(amount));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(disk.written).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.written).toEqual([draft(5).edit]);
  });

  it('is written at once when the take is left, and nothing is where nothing changed', async () => {
    const { disk, keeper } = keeperFor();
    await keeper.flush();
    expect(disk.written).toEqual([]);
    const trimmed = { ...draft(1), trim: { startSeconds: 1, endSeconds: 2 } };
    keeper.keep(trimmed);
    await keeper.flush();
    expect(disk.written).toEqual([trimmed.edit, trimmed.trim]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(disk.written).toHaveLength(2);
  });

  it('that could not be written is tried again', async () => {
    const { disk, keeper } = keeperFor();
    disk.isBroken = true;
    keeper.keep(draft(1));
    await keeper.flush();
    expect(disk).toMatchObject({ written: [], failures: 1 });
    disk.isBroken = false;
    await keeper.flush();
    expect(disk.written).toEqual([draft(1).edit]);
  });
});
