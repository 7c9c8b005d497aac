import { describe, expect, it } from 'vitest';
import { createLandmarkFrame, type LandmarkFrame } from '../landmarkFrame.ts';
import { LiveFilter } from './liveFilter.ts';

const FPS = 30;

/** What the filter makes of the first coordinate of the left hand, frame by frame; undefined is a lost hand. */
function filtered(values: readonly (number | undefined)[]): number[] {
  const filter = new LiveFilter();
  const frame: LandmarkFrame = createLandmarkFrame();
  return values.map((value, i) => {
    frame.timeSeconds = 100 + i / FPS;
    frame.hands.left.presence = value === undefined ? 'absent' : 'tracked';
    frame.hands.left.signals.world[0] = value ?? 0;
    filter.apply(frame);
    return frame.hands.left.signals.world[0];
  });
}

describe('the smoothing of live landmarks', () => {
  it('begins with what it sees, and leaves what rests', () => {
    for (const value of filtered([0.3, 0.3, 0.3])) expect(value).toBeCloseTo(0.3);
  });

  it('calms a trembling to less than half', () => {
    const trembling = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 0.002 : -0.002));
    const end = filtered(trembling).slice(30);
    expect(Math.max(...end) - Math.min(...end)).toBeLessThan(0.002);
  });

  it('follows a quick move within two frames', () => {
    const move = [...Array.from({ length: 10 }, () => 0), 0.05, 0.1, 0.15, 0.2, 0.2, 0.2];
    const end = filtered(move);
    expect(end[13]).toBeGreaterThan(0.17);
    expect(end[15]).toBeGreaterThan(0.195);
  });

  it('does not draw a hand that comes back towards where it was lost', () => {
    expect(filtered([0, 0, undefined, 0.5])[3]).toBeCloseTo(0.5);
  });
});
