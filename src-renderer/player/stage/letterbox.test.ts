import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterbox } from './letterbox.ts';

describe('a letterboxed picture', () => {
  it('has bars at its sides, or above and below', () => {
    expect(letterbox({ width: 400, height: 100 }, { width: 100, height: 100 })).toEqual({
      left: 150,
      top: 0,
      width: 100,
      height: 100,
    });
    expect(letterbox({ width: 100, height: 400 }, { width: 50, height: 100 })).toEqual({
      left: 0,
      top: 100,
      width: 100,
      height: 200,
    });
  });

  it('fills the box where it has no size of its own', () => {
    const box = { width: 40, height: 30 };
    expect(letterbox(box, { width: 0, height: 0 })).toEqual({ left: 0, top: 0, ...box });
  });

  it('keeps its shape, touches the box in one direction and lies in the middle of the other', () => {
    const size = fc.record({
      width: fc.integer({ min: 1, max: 4000 }),
      height: fc.integer({ min: 1, max: 4000 }),
    });
    fc.assert(
      fc.property(size, size, (box, picture) => {
        const { left, top, width, height } = letterbox(box, picture);
        expect(width / height).toBeCloseTo(picture.width / picture.height, 6);
        expect(Math.min(left, top)).toBeCloseTo(0, 6);
        expect(left * 2 + width).toBeCloseTo(box.width, 6);
        expect(top * 2 + height).toBeCloseTo(box.height, 6);
      }),
    );
  });
});
