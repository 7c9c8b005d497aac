import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedRow, scrolledTo } from './rowMoves.ts';

const height = 600;
const ROW_HEIGHT = 44;
const rowsInSight = height / ROW_HEIGHT;

describe('scrolling to a row', () => {
  it('scrolls no farther than it must', () => {
    expect(scrolledTo(3, ROW_HEIGHT, 0, height)).toBe(0);
    expect(scrolledTo(3, ROW_HEIGHT, 1000, height)).toBe(3 * ROW_HEIGHT);
    expect(scrolledTo(100, ROW_HEIGHT, 0, height)).toBe(101 * ROW_HEIGHT - height);
  });

  it('brings the row wholly into sight', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(4_400_000), (row, scrollTop) => {
        const top = scrolledTo(row, ROW_HEIGHT, scrollTop, height);
        expect(row * ROW_HEIGHT).toBeGreaterThanOrEqual(top);
        expect((row + 1) * ROW_HEIGHT).toBeLessThanOrEqual(top + height);
      }),
    );
  });
});

describe('the keys of the list', () => {
  const total = 1000;

  it('move by a row, by a page, and to the ends', () => {
    expect(movedRow('ArrowDown', -1, total, rowsInSight)).toBe(0);
    expect(movedRow('ArrowDown', 4, total, rowsInSight)).toBe(5);
    expect(movedRow('ArrowUp', 4, total, rowsInSight)).toBe(3);
    expect(movedRow('PageDown', 4, total, rowsInSight)).toBe(16);
    expect(movedRow('Home', 500, total, rowsInSight)).toBe(0);
    expect(movedRow('End', 4, total, rowsInSight)).toBe(999);
  });

  it('stay in the list', () => {
    expect(movedRow('ArrowUp', 0, total, rowsInSight)).toBe(0);
    expect(movedRow('PageDown', 995, total, rowsInSight)).toBe(999);
    expect(movedRow('End', -1, 0, rowsInSight)).toBeUndefined();
  });

  it('leave other keys alone', () => {
    expect(movedRow('a', 4, total, rowsInSight)).toBeUndefined();
    expect(movedRow('Tab', 4, total, rowsInSight)).toBeUndefined();
  });
});
