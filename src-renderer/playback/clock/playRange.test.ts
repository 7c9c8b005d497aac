import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markIn, markOut, NO_MARKS, rangeFrom, travel } from './playRange.ts';

describe('in and out point', () => {
  it('never lie the wrong way round: the older one goes', () => {
    expect(markIn({ in: 2, out: 8 }, 5)).toEqual({ in: 5, out: 8 });
    expect(markIn({ in: 2, out: 8 }, 9)).toEqual({ in: 9, out: undefined });
    expect(markOut({ in: 5, out: 8 }, 3)).toEqual({ in: undefined, out: 3 });
    expect(markOut(NO_MARKS, 3)).toEqual({ in: undefined, out: 3 });
    expect(markOut({ in: 3, out: undefined }, 3)).toEqual({ in: 3, out: 3 });
  });

  it('bound what is played, but for a start beyond them', () => {
    const marks = { in: 10, out: 20 };
    expect(rangeFrom(NO_MARKS, 100, 50, 1)).toEqual({ first: 0, last: 99 });
    expect(rangeFrom(marks, 100, 15, 1)).toEqual({ first: 10, last: 20 });
    expect(rangeFrom(marks, 100, 0, 1)).toEqual({ first: 10, last: 20 });
    expect(rangeFrom(marks, 100, 50, 1)).toEqual({ first: 10, last: 99 });
    expect(rangeFrom(marks, 100, 5, -1)).toEqual({ first: 0, last: 20 });
    expect(rangeFrom(marks, 0, 0, 1)).toEqual({ first: 0, last: 0 });
  });
});

describe('a travelling clock', () => {
  const span = { start: 1, end: 3 };

  it('goes on by what has passed', () => {
    expect(travel(1.5, 0.25, span, false)).toEqual({ seconds: 1.75, isOver: false });
    expect(travel(1.5, -0.25, span, false)).toEqual({ seconds: 1.25, isOver: false });
    expect(travel(0, 0.25, span, false)).toEqual({ seconds: 0.25, isOver: false });
  });

  it('stops at the end that it runs towards', () => {
    expect(travel(2.9, 0.25, span, false)).toEqual({ seconds: 3, isOver: true });
    expect(travel(1.1, -0.25, span, false)).toEqual({ seconds: 1, isOver: true });
  });

  it('goes on from the other end in a loop, by as much as it went too far', () => {
    expect(travel(2.9, 0.25, span, true).seconds).toBeCloseTo(1.15);
    expect(travel(1.1, -0.25, span, true).seconds).toBeCloseTo(2.85);
  });

  it('stays within the loop, however long it was away', () => {
    const number = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, (delta) => {
        const { seconds, isOver } = travel(2, delta, span, true);
        expect(isOver).toBe(false);
        expect(seconds).toBeGreaterThanOrEqual(span.start);
        expect(seconds).toBeLessThan(span.end);
      }),
    );
  });
});
