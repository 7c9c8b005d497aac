import { describe, expect, it } from 'vitest';
import type { CaptureChannel } from '#shared/capture/index.ts';
import { createLayer, type LayerFigures } from '#shared/takeEdit/index.ts';
import { figuresText } from './figuresText.ts';

const nothing: LayerFigures = {
  largestChange: 0,
  frames: 100,
  keys: [],
  blinksClosed: 0,
  blinksRemoved: 0,
  spikes: 0,
};
const place = { id: 'a', subject: 0, channels: ['jawOpen', 'headYaw'], range: null } as const;
const key = { timeSeconds: 0, value: 0, arriving: 0, leaving: 0 };

const of = (...all: readonly Partial<LayerFigures>[]): Map<CaptureChannel, LayerFigures> =>
  new Map(all.map((figures, i) => [i === 0 ? 'jawOpen' : 'headYaw', { ...nothing, ...figures }]));

describe('what a layer does, in words', () => {
  it('is how far it moves frames, of how many channels', () => {
    expect(figuresText(createLayer('smooth', place), of({ largestChange: 0.1234 }, {}))).toBe(
      'Moves frames by up to 0.123 in 1 channel.',
    );
    const yaw = createLayer('offset', { ...place, channels: ['headYaw'] });
    expect(figuresText(yaw, of({ largestChange: Math.PI / 18 }))).toContain('10.0°');
    expect(figuresText(createLayer('scale', place), of({}))).toBe('Changes nothing here.');
  });

  it('is how many keys are left of how many frames, and how exact they are', () => {
    const figures = of({ largestChange: 0.0099, keys: [key, key] }, { largestChange: 0.002, keys: [key] });
    expect(figuresText(createLayer('keys', place), figures)).toBe(
      '3 keys for 200 frames (1.5 %). Largest error 0.010.',
    );
  });

  it('counts a blink of both lids once, and spikes in every channel', () => {
    const blinks = of({ blinksClosed: 3, blinksRemoved: 1 }, { blinksClosed: 3, blinksRemoved: 1 });
    expect(figuresText(createLayer('blinks', place), blinks)).toBe('3 blinks shut, 1 half-blink taken out.');
    expect(figuresText(createLayer('despike', place), of({ spikes: 1 }, { spikes: 2 }))).toBe(
      '3 frames taken out.',
    );
  });

  it('is that it is off', () => {
    expect(figuresText({ ...createLayer('keys', place), isOn: false }, new Map())).toBe('Off');
  });
});
