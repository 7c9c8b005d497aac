import { describe, expect, it } from 'vitest';
import { SoundLevel } from './soundLevel.ts';

const peak = (value: number): Float32Array => Float32Array.of(0, value, -value / 2);

describe('the level of a microphone', () => {
  it('is that of the loudest sample, and falls back slowly', () => {
    const level = new SoundLevel();
    level.reset(0);
    level.take(peak(0.5), 0);
    expect(level.decibels(0)).toBeCloseTo(-6.02, 2);
    level.take(peak(0.001), 500);
    expect(level.decibels(500)).toBeCloseTo(-26.02, 2);
    expect(level.decibels(60_000)).toBe(-60);
    level.take(peak(-1), 60_000);
    expect(level.decibels(60_000)).toBe(0);
  });

  it('tells for a while that it was clipped', () => {
    const level = new SoundLevel();
    level.reset(0);
    level.take(peak(0.98), 0);
    expect(level.isClipped(0)).toBe(false);
    level.take(peak(-1), 10);
    expect(level.isClipped(1000)).toBe(true);
    expect(level.isClipped(3000)).toBe(false);
  });

  it('tells that nothing is heard, but not that a room is quiet', () => {
    const level = new SoundLevel();
    level.reset(0);
    level.take(peak(0), 2900);
    expect(level.isSilent(2900)).toBe(false);
    expect(level.isSilent(3100)).toBe(true);
    level.take(peak(0.0003), 3200);
    expect(level.isSilent(3300)).toBe(false);
  });
});
