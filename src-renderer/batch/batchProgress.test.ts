import { describe, expect, it } from 'vitest';
import { BatchMeter } from './batchProgress.ts';

const counts = (queued: number, processing: number, done: number, failed = 0) => ({
  queued,
  processing,
  done,
  failed,
  missing_file: 7,
});

describe('progress of a batch', () => {
  it('counts from when the batch is first seen, not what was done before', () => {
    const meter = new BatchMeter();
    expect(meter.read(counts(8, 2, 1000), 0, 0)).toMatchObject({ done: 0, total: 10 });
    expect(meter.read(counts(5, 2, 1002, 1), 0.5, 1)).toMatchObject({ done: 3.5, total: 10 });
  });

  it('grows with clips that are added meanwhile', () => {
    const meter = new BatchMeter();
    meter.read(counts(8, 2, 0), 0, 0);
    expect(meter.read(counts(18, 2, 0), 0, 1).total).toBe(20);
  });

  it('tells rate and time left once it has seen enough', () => {
    const meter = new BatchMeter();
    expect(meter.read(counts(99, 1, 0), 0, 0).perSecond).toBeUndefined();
    const later = meter.read(counts(89, 1, 10), 0, 20);
    expect(later.perSecond).toBeCloseTo(0.5);
    expect(later.secondsLeft).toBeCloseTo(180);
  });

  it('estimates during the first clip already, by its frames', () => {
    const meter = new BatchMeter();
    meter.read(counts(0, 1, 0), 0.1, 0);
    expect(meter.read(counts(0, 1, 0), 0.4, 30).secondsLeft).toBeCloseTo(60);
  });

  it('forgets a rate of long ago', () => {
    const meter = new BatchMeter();
    meter.read(counts(1000, 1, 0), 0, 0);
    meter.read(counts(500, 1, 500), 0, 10);
    meter.read(counts(490, 1, 510), 0, 500);
    expect(meter.read(counts(480, 1, 520), 0, 510).perSecond).toBeCloseTo(1);
  });

  it('knows no rate while nothing moves', () => {
    const meter = new BatchMeter();
    meter.read(counts(9, 1, 0), 0, 0);
    expect(meter.read(counts(9, 1, 0), 0, 100)).toMatchObject({
      perSecond: undefined,
      secondsLeft: undefined,
    });
  });
});
