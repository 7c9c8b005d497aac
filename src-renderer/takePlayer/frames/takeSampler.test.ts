import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, createCaptureFrame } from '#shared/capture/index.ts';
import { TakeSampler } from './takeSampler.ts';
import { recordedSubject } from './testing.ts';

const JAW = CAPTURE_CHANNELS.indexOf('jawOpen');

const frame = createCaptureFrame();
const jawAt = (sampler: TakeSampler, seconds: number): number | undefined => {
  sampler.read(seconds, frame);
  return frame.faceFound ? frame.channels[JAW] : undefined;
};

describe('a subject of a take at a moment', () => {
  it('is on the straight line between the frames around it', () => {
    const sampler = new TakeSampler(recordedSubject({ times: [0, 1, 1.5], jaw: [0, 0.5, 1] }));
    expect([0, 0.5, 1, 1.25, 1.5].map((time) => jawAt(sampler, time))).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('is never outside of what the two frames show', () => {
    const anyFrames = fc.array(
      fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.float({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 2,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(anyFrames, fc.double({ min: 0, max: 1, noNaN: true }), (frames, share) => {
        let time = 0;
        const times = frames.map(([step]) => (time += step));
        const jaw = frames.map(([, value]) => value);
        const at = (times[0] ?? 0) + share * (time - (times[0] ?? 0));
        const before = Math.max(
          0,
          times.findLastIndex((each) => each <= at),
        );
        const around = [jaw[before] ?? 0, jaw[before + 1] ?? jaw[before] ?? 0];
        const value = jawAt(new TakeSampler(recordedSubject({ times, jaw })), at) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(...around) - 1e-6);
        expect(value).toBeLessThanOrEqual(Math.max(...around) + 1e-6);
      }),
    );
  });

  it('is nobody in a gap, and a while before the first frame and after the last one', () => {
    const gaps = [{ fromSeconds: 1.1, toSeconds: 3.9 }];
    const sampler = new TakeSampler(
      recordedSubject({ times: [0.5, 1, 4, 4.5], jaw: [0.2, 0.4, 0.6, 0.8], gaps }),
    );
    expect(jawAt(sampler, 0.2)).toBeUndefined();
    expect(jawAt(sampler, 0.4)).toBeCloseTo(0.2);
    expect(jawAt(sampler, 2)).toBeUndefined();
    expect(jawAt(sampler, 4.7)).toBeCloseTo(0.8);
    expect(jawAt(sampler, 4.8)).toBeUndefined();
    // What lies behind the gap does not draw the last frame before it along.
    expect(jawAt(sampler, 1.05)).toBeCloseTo(0.4);
    expect(jawAt(sampler, 1.1)).toBeCloseTo(0.4);
  });

  it('does not go on towards a frame in which no face was seen', () => {
    const sampler = new TakeSampler(recordedSubject({ times: [0, 1], jaw: [0.5, 0], faces: [true, false] }));
    expect(jawAt(sampler, 0.9)).toBe(0.5);
    expect(jawAt(sampler, 1)).toBeUndefined();
  });

  it('shows edited channels in place of the recorded ones', () => {
    const sampler = new TakeSampler(recordedSubject({ times: [0, 1], jaw: [0, 1] }));
    const columns = Array.from({ length: CAPTURE_CHANNEL_COUNT }, (_, place) =>
      place === JAW ? Float32Array.of(0.5, 0.25) : undefined,
    );
    sampler.edit(columns);
    expect(jawAt(sampler, 0.5)).toBe(0.375);
  });
});
