import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { DiskReserve } from './diskReserve.ts';

describe('the disk reserve', () => {
  it('takes real blocks of the disk, and gives them back', () => {
    const path = join(temporaryFolder(), 'reserve');
    const reserve = new DiskReserve(path);
    expect(reserve.restore()).toBe(true);
    expect(statSync(path).blocks * 512).toBeGreaterThanOrEqual(512 * 1024);
    reserve.release();
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
    reserve.release();
  });

  it('is completed when a killed process has left half of it', () => {
    const path = join(temporaryFolder(), 'reserve');
    writeFileSync(path, 'half');
    expect(new DiskReserve(path).restore()).toBe(true);
    expect(statSync(path).size).toBe(512 * 1024);
  });
});
