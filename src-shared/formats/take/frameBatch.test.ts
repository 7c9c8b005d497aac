import { describe, expect, it } from 'vitest';
import { FrameBatch } from './frameBatch.ts';
import { sampleFrame, sampleSubject, wholeBody } from './testing/sampleTake.ts';

describe('frames that are recorded', () => {
  it('cost no allocation', () => {
    const batch = new FrameBatch(sampleSubject({ hasHeadPosition: true, body: wholeBody }));
    const frame = sampleFrame(0, 1);
    const run = (frames: number): void => {
      for (let i = 0; i < frames; i++) {
        if (batch.isFull) batch.seal(i);
        batch.add(frame, i);
      }
    };
    run(20_000);
    const before = process.memoryUsage().heapUsed;
    run(20_000);
    // One object of the smallest kind for each frame would be 640 kB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000);
  });
});
