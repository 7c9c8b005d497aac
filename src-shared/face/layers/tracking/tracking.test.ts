import { describe, expect, it } from 'vitest';
import { ARKIT_INDEX } from '../../arkit.ts';
import { DEFAULT_RIG } from '../../presets/index.ts';
import { face, STILL_AND_RAW } from '../../testing/neutralRig.ts';
import { createTrackingLayer } from './tracking.ts';

const JAW = ARKIT_INDEX.get('jawOpen') ?? -1;

/** Shows a jaw that is sampled at one rate on a display of another; gives what is shown in each frame. */
function shown(
  jawAt: (seconds: number) => number,
  samplesPerSecond: number,
  displayHz: number,
  seconds: number,
  settings = STILL_AND_RAW,
): number[] {
  const layer = createTrackingLayer(settings);
  let sample = -1;
  let input = face({});
  return Array.from({ length: Math.round(seconds * displayHz) }, (_, frame) => {
    // Half a frame off, so that samples never come at the very time of a frame.
    const due = Math.floor(((frame + 0.5) / displayHz) * samplesPerSecond);
    if (due !== sample) input = face({ jawOpen: jawAt(due / samplesPerSecond) });
    sample = due;
    layer.step(input, 1 / displayHz);
    return layer.channels[JAW] ?? Number.NaN;
  });
}

const stepsOf = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value - (values[i] ?? 0));

describe('a face with fewer samples than the display has frames', () => {
  it.each([
    [30, 60],
    [24, 60],
    [25, 60],
    [30, 144],
    [60, 144],
  ])('moves in even steps: %i samples a second at %i Hz', (samples, display) => {
    const steady = stepsOf(shown((seconds) => seconds / 2, samples, display, 1.5)).slice(display / 2);
    const even = 0.5 / display;
    // Samples shown as they come would make steps of 0 and of twice this and more.
    for (const step of steady) expect(Math.abs(step - even)).toBeLessThan(0.75 * even);
  });

  it('is no later than the sample that follows', () => {
    const values = shown((seconds) => Math.min(1, Math.max(0, seconds - 0.5) * 5), 30, 60, 1);
    for (const [frame, value] of values.entries()) {
      const seconds = (frame + 0.5) / 60;
      const before = Math.min(1, Math.max(0, seconds - 2 / 30 - 0.5) * 5);
      expect(value).toBeGreaterThanOrEqual(before - 1e-6);
    }
  });

  it('is smoothed as a face of that rate is: what is held in between is no measurement', () => {
    const noise = (seconds: number): number => 0.5 + 0.01 * Math.sin(1e5 * seconds);
    const restless = (samples: number, display: number): number => {
      const values = shown(noise, samples, display, 4, DEFAULT_RIG).slice(display);
      return Math.sqrt(values.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / values.length);
    };
    expect(restless(30, 60)).toBeLessThan(1.05 * restless(30, 30));
  });
});

describe('a face that stands still', () => {
  it('is shown as it is, however it came there', () => {
    const values = shown((seconds) => (seconds < 0.5 ? seconds : 0.5), 30, 60, 3, DEFAULT_RIG);
    expect(values.at(-1)).toBeCloseTo(0.5, 4);
  });
});
