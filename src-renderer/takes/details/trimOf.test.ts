import { describe, expect, it } from 'vitest';
import { trimOf } from './trimOf.ts';

describe('a trim', () => {
  it.each<[number, number, ReturnType<typeof trimOf>]>([
    [1, 2, { startSeconds: 1, endSeconds: 2 }],
    [-3, 2, { startSeconds: 0, endSeconds: 2 }],
    [1, 99, { startSeconds: 1, endSeconds: 10.25 }],
    [0, 10.25, null],
    [0, 10.2499, null],
    [2, 2, undefined],
    [3, 2, undefined],
    [11, 12, undefined],
    [Number.NaN, 2, undefined],
  ])('from %f to %f of 10.25 s', (start, end, trim) => {
    expect(trimOf(start, end, 10.25)).toEqual(trim);
  });
});
