import { describe, expect, it } from 'vitest';
import { timecodeOf } from './timecode.ts';
import { evenTiming, trackTiming } from './timing.ts';

describe('a timecode', () => {
  it('counts the frames of a second from 00', () => {
    const timing = evenTiming(25, 4000);
    expect([0, 24, 25, 38].map((frame) => timecodeOf(timing, frame))).toEqual([
      '00:00:00:00',
      '00:00:00:24',
      '00:00:01:00',
      '00:00:01:13',
    ]);
    expect(timecodeOf(timing, 3661 * 25 + 7)).toBe('01:01:01:07');
  });

  it('is true to the clock at 29.97 frames a second and at uneven rates', () => {
    const timing = evenTiming(30000 / 1001, 600);
    expect(timecodeOf(timing, Math.round((300 * 30000) / 1001))).toBe('00:05:00:00');
    const uneven = trackTiming(Float64Array.of(0, 0.4, 0.9, 0.9996, 1.5, 3));
    expect([2, 3, 4, 5].map((frame) => timecodeOf(uneven, frame))).toEqual([
      '00:00:00:02',
      '00:00:01:00',
      '00:00:01:01',
      '00:00:03:00',
    ]);
  });

  it('is nought for a clip without frames', () => {
    expect(timecodeOf(trackTiming(new Float64Array(0)), 0)).toBe('00:00:00:00');
  });
});
