import { readdirSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_POSTPROCESS } from '#shared/body/index.ts';
import { makeTestClip } from '../../../scripts/testing/clips.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { TrackerProcess } from './trackerProcess.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('a tracker worker', () => {
  it.skipIf(process.platform === 'win32')('lets everything else go first', async () => {
    const worker = await TrackerProcess.start();
    expect(getPriority(worker.pid)).toBe(constants.priority.PRIORITY_LOW);
    worker.stop();
  });

  it.skipIf(process.platform === 'win32')('that stands still for a minute is ended', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'clip.mp4');
    makeTestClip(path, 50);
    const worker = await TrackerProcess.start();
    const video = { id: crypto.randomUUID(), sha1: '0'.repeat(40), filename: 'clip.mp4', path };
    const request = {
      video,
      target: join(folder, 'track/tracking.jsonl.gz'),
      postprocess: DEFAULT_POSTPROCESS,
    };

    // The minute passes at once; the worker and what it says are real.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const tracked = worker.track(request, () => {
      if (worker.pid !== undefined) process.kill(worker.pid, 'SIGSTOP');
      vi.advanceTimersByTime(59_000);
      expect(worker.alive).toBe(true);
      vi.advanceTimersByTime(1_000);
    });
    await expect(tracked).rejects.toMatchObject({ kind: 'worker_hung', remedy: expect.any(String) });
    expect(worker.alive).toBe(false);
    expect(readdirSync(join(folder, 'track'))).toEqual([]);
  });
});
