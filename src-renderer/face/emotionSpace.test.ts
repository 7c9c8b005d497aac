import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTION_PLACES, emotionsAt, onPad, placeOf } from './emotionSpace.ts';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });

describe('the emotion pad', () => {
  it.each(Object.entries(EMOTION_PLACES))('shows %s alone at its own place', (name, place) => {
    const emotions = emotionsAt(place);
    expect(emotions[name]).toBe(1);
    expect(Object.values(emotions).reduce((sum, each) => sum + each, 0)).toBe(1);
  });

  it('is calm in the middle', () => {
    expect(Object.values(emotionsAt({ x: 0, y: 0 }))).toEqual(Object.keys(EMOTION_PLACES).map(() => 0));
  });

  it('never shows more than one face in all', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const weights = Object.values(emotionsAt({ x, y }));
        for (const weight of weights) expect(weight >= 0 && weight <= 1).toBe(true);
        expect(weights.reduce((sum, each) => sum + each, 0)).toBeLessThan(1.05);
      }),
    );
  });

  it('finds the place of emotions that were set by hand', () => {
    expect(placeOf({ happy: 1 })).toEqual(EMOTION_PLACES['happy']);
    expect(placeOf({})).toEqual({ x: 0, y: 0 });
    expect(placeOf({ happy: 1, surprised: 1, fear: 1 }).y).toBe(1);
  });

  it('keeps what is dragged beyond its edge', () => {
    expect(onPad({ x: 4, y: -2 })).toEqual({ x: 1, y: -1 });
  });
});
