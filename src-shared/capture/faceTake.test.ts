import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, createCaptureFrame } from './captureFrame.ts';
import { type FaceTake, sampleTake } from './faceTake.ts';

/** Rows at these times, all channels of row i with the value i. */
const takeOf = (...times: number[]): FaceTake => ({
  times: Float64Array.from(times),
  channels: Float32Array.from({ length: times.length * CAPTURE_CHANNEL_COUNT }, (_, i) =>
    Math.floor(i / CAPTURE_CHANNEL_COUNT),
  ),
});

function valueAt(take: FaceTake, timeSeconds: number): number | undefined {
  const frame = createCaptureFrame();
  frame.channels.fill(-1);
  sampleTake(take, timeSeconds, frame);
  expect(frame).toMatchObject({ timeSeconds, faceFound: true });
  expect(new Set(frame.channels).size).toBe(1);
  return frame.channels[0];
}

describe('the face of a take at a moment', () => {
  it('is the row of that moment', () => {
    const take = takeOf(10, 10.1, 10.3, 10.4);
    expect([...take.times].map((time) => valueAt(take, time))).toEqual([0, 1, 2, 3]);
  });

  it('lies on the straight line between two rows', () => {
    expect(valueAt(takeOf(10, 10.1, 10.3), 10.25)).toBeCloseTo(1.75, 6);
  });

  it('is the first row before the take, and the last after it', () => {
    expect(valueAt(takeOf(10, 11), 0)).toBe(0);
    expect(valueAt(takeOf(10, 11), 99)).toBe(1);
    expect(valueAt(takeOf(10), 99)).toBe(0);
  });

  it('is the later of two rows with the same time', () => {
    expect(valueAt(takeOf(10, 11, 11, 12), 11)).toBe(2);
  });
});
