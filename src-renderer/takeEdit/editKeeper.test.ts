import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_EDIT, type TakeEdit } from '#shared/contract/index.ts';
import { createLayer } from '#shared/takeEdit/index.ts';
import { EditKeeper } from './editKeeper.ts';

const offsetBy = (amount: number): TakeEdit => ({
  version: 1,
  layers: [{ ...createLayer('offset', { id: 'a', subject: 0, channels: ['jawOpen'], range: null }), amount }],
});

/** A keeper whose disk fails when told so, and what it has written. */
function keeperFor() {
  const disk = { isBroken: false, written: [] as TakeEdit[], over: [] as string[], failures: 0 };
  const write = async (edit: TakeEdit, over: string): Promise<string> => {
    if (disk.isBroken) throw new Error('the disk is full');
    disk.over.push(over);
    return `revision ${disk.written.push(edit)}`;
  };
  const onFailure = (): void => {
    disk.failures++;
  };
  return { disk, keeper: new EditKeeper({ write, onFailure }, { edit: NO_EDIT, revision: '' }) };
}

describe('what is edited of a take', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is written once a drag rests', async () => {
    const { disk, keeper } = keeperFor();
    for (let amount = 1; amount <= 5; amount++) {
      keeper.keep(offsetBy(amount));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(disk.written).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.written).toEqual([offsetBy(5)]);
  });

  it('is written at once when the take is left, and not at all where nothing changed', async () => {
    const { disk, keeper } = keeperFor();
    await keeper.flush();
    expect(disk.written).toEqual([]);
    keeper.keep(offsetBy(1));
    await keeper.flush();
    expect(disk.written).toEqual([offsetBy(1)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(disk.written).toHaveLength(1);
  });

  it('is tried again where it could not be written', async () => {
    const { disk, keeper } = keeperFor();
    disk.isBroken = true;
    keeper.keep(offsetBy(1));
    await keeper.flush();
    expect(disk).toMatchObject({ written: [], failures: 1 });
    disk.isBroken = false;
    await keeper.flush();
    expect(disk.written).toEqual([offsetBy(1)]);
  });

  it('is written over what was kept before it', async () => {
    const { disk, keeper } = keeperFor();
    for (const amount of [1, 2]) {
      keeper.keep(offsetBy(amount));
      await keeper.flush();
    }
    expect(disk.over).toEqual(['', 'revision 1']);
    expect(keeper.revision).toBe('revision 2');
  });

  it('gives way to what was edited elsewhere', async () => {
    const { disk, keeper } = keeperFor();
    keeper.keep(offsetBy(1));
    keeper.takeOver({ edit: offsetBy(2), revision: 'theirs' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(disk.written).toEqual([]);
    keeper.keep(offsetBy(3));
    await keeper.flush();
    expect(disk.over).toEqual(['theirs']);
  });
});
