import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { isDiskFull } from '../files/index.ts';

/** Enough for the database to record thousands of failures. */
const RESERVE_BYTES = 512 * 1024;

/**
 * Disk space set aside, so that the database can still say what happened when the disk has filled up. `release` gives
 * the space free; `restore` takes it again once there is room.
 */
export class DiskReserve {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** True when the reserve is in place. A disk without room for it is no error: it is tried again later. */
  restore(): boolean {
    if (statSync(this.#path, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return true;
    try {
      const file = openSync(this.#path, 'w');
      try {
        // Written, not truncated to size: a sparse file would reserve nothing.
        writeSync(file, Buffer.alloc(RESERVE_BYTES, 1));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return statSync(this.#path).size === RESERVE_BYTES;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.release();
      return false;
    }
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }
}
