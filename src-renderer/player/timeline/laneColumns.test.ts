import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenTiming, trackTiming } from '../../playback/clock/index.ts';
import { laneColumns } from './laneColumns.ts';

const channel = (presence: readonly number[], confidence = presence.map(() => 1)) => ({
  presence: Uint8Array.from(presence),
  confidence: Float32Array.from(confidence),
});

describe('the columns of a lane', () => {
  it('repeat a frame that is wider than a column', () => {
    const { presence, strength } = laneColumns(channel([2, 0, 1], [1, 0.5, 0.5]), evenTiming(1, 3), 6);
    expect([...presence]).toEqual([2, 2, 0, 0, 1, 1]);
    expect([...strength]).toEqual([1, 1, 0, 0, 0.5, 0.5]);
  });

  it('show the best of their frames, paler for each that is absent', () => {
    const { presence, strength } = laneColumns(channel([2, 0, 0, 0, 1, 0, 0, 0]), evenTiming(1, 8), 2);
    expect([...presence]).toEqual([2, 1]);
    expect([...strength]).toEqual([0.25, 0.25]);
  });

  it('are as wide as the frames last', () => {
    const timing = trackTiming(Float64Array.of(0, 9));
    expect([...laneColumns(channel([2, 0]), timing, 18).presence].indexOf(0)).toBe(9);
  });

  it('are empty without frames', () => {
    expect([...laneColumns(channel([]), trackTiming(new Float64Array(0)), 2).presence]).toEqual([0, 0]);
  });

  it('leave no frame out, however many there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(),
        (frames, columns, pick) => {
          const states = new Array<number>(frames).fill(0);
          states[pick % frames] = 2;
          const { presence } = laneColumns(channel(states), evenTiming(25, frames / 25), columns);
          expect(presence.includes(2)).toBe(true);
        },
      ),
    );
  });
});
