import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

/** Begins a picture every so often while others are ordered; returns what the pace says of each. */
function paceOf(orderEveryMs: number, pictureEveryMs: number): number[] {
  const pace = new Pace();
  const told: number[] = [];
  for (let ms = 1; ms <= 1000; ms++) {
    if (ms % orderEveryMs === 0) pace.order(ms);
    if (ms % pictureEveryMs === 0) told.push(pace.begin(ms));
  }
  return told.slice(1);
}

describe('the pace of pictures', () => {
  it('is from one to the next while they come more seldom than they are ordered', () => {
    expect(new Set(paceOf(16, 40))).toEqual(new Set([40]));
  });

  it('is not told while every order has its picture, however seldom they come', () => {
    expect(new Set(paceOf(16, 16))).toEqual(new Set([0]));
    expect(new Set(paceOf(40, 40))).toEqual(new Set([0]));
  });

  it('is not told over a pause', () => {
    const pace = new Pace();
    pace.order(0);
    pace.begin(10);
    pace.order(500);
    pace.order(505);
    expect(pace.begin(510)).toBe(0);
  });
});
