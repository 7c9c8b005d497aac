import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt } from '#shared/formats/index.ts';
import { endOf, evenTiming, nearestFrame, seekPointOf, trackTiming } from './timing.ts';

const anyTimes = fc
  .array(fc.double({ min: 0.001, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 100 })
  .map((intervals) => {
    let time = -(intervals[0] ?? 0);
    return Float64Array.from(intervals, (interval) => {
      time += interval;
      return time;
    });
  });

describe('the timing of a track', () => {
  it('lets every frame last until the next, and the last as long as the others on average', () => {
    const timing = trackTiming(Float64Array.of(0, 0.1, 0.4));
    expect([0, 1, 2].map((frame) => endOf(timing, frame))).toEqual([0.1, 0.4, expect.closeTo(0.6)]);
    expect(trackTiming(Float64Array.of(0)).endSeconds).toBe(0.04);
    expect(trackTiming(new Float64Array(0)).endSeconds).toBe(0);
  });

  it('finds a frame again where players seek it, and by its time as players round it', () => {
    fc.assert(
      fc.property(
        anyTimes,
        fc.nat(),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (times, pick, rounding) => {
          const frame = pick % times.length;
          expect(frameAt(times, seekPointOf(trackTiming(times), frame))).toBe(frame);
          expect(nearestFrame(times, (times[frame] ?? 0) + rounding * 0.00049)).toBe(frame);
        },
      ),
    );
  });
});

describe('the timing of a video that is not tracked', () => {
  it('has the frames that its length and rate promise', () => {
    const timing = evenTiming(29.97, 2);
    expect(timing.times).toHaveLength(60);
    expect(timing.times[1]).toBeCloseTo(1 / 29.97);
    expect(timing.endSeconds).toBeCloseTo(60 / 29.97);
  });

  it('is one frame for a still picture', () => {
    expect(evenTiming(0, 0).times).toHaveLength(1);
  });
});
