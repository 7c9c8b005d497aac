import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedRow, scrolledTo, visibleRows } from './visibleRows.ts';

const height = 600;
const ROW_HEIGHT = 44;

describe('the rows to draw', () => {
  it('cover what is in sight, and few more, however long the list is', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const scrollTop = share * Math.max(0, total * ROW_HEIGHT - height);
        const { first, end } = visibleRows(scrollTop, height, total, ROW_HEIGHT);
        expect(first * ROW_HEIGHT).toBeLessThanOrEqual(scrollTop);
        expect(end * ROW_HEIGHT).toBeGreaterThanOrEqual(Math.min(scrollTop + height, total * ROW_HEIGHT));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(total);
        expect(end - first).toBeLessThan(40);
      }),
    );
  });
});

describe('scrolling to a row', () => {
  it('scrolls no farther than it must', () => {
    expect(scrolledTo(3, 0, height, ROW_HEIGHT)).toBe(0);
    expect(scrolledTo(3, 1000, height, ROW_HEIGHT)).toBe(3 * ROW_HEIGHT);
    expect(scrolledTo(100, 0, height, ROW_HEIGHT)).toBe(101 * ROW_HEIGHT - height);
  });

  it('brings the row wholly into sight', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(4_400_000), (row, scrollTop) => {
        const top = scrolledTo(row, scrollTop, height, ROW_HEIGHT);
        expect(row * ROW_HEIGHT).toBeGreaterThanOrEqual(top);
        expect((row + 1) * ROW_HEIGHT).toBeLessThanOrEqual(top + height);
      }),
    );
  });
});

describe('the keys of the list', () => {
  const total = 1000;

  it('move by a row, by a page, and to the ends', () => {
    expect(movedRow('ArrowDown', -1, total, height, ROW_HEIGHT)).toBe(0);
    expect(movedRow('ArrowDown', 4, total, height, ROW_HEIGHT)).toBe(5);
    expect(movedRow('ArrowUp', 4, total, height, ROW_HEIGHT)).toBe(3);
    expect(movedRow('PageDown', 4, total, height, ROW_HEIGHT)).toBe(16);
    expect(movedRow('Home', 500, total, height, ROW_HEIGHT)).toBe(0);
    expect(movedRow('End', 4, total, height, ROW_HEIGHT)).toBe(999);
  });

  it('stay in the list', () => {
    expect(movedRow('ArrowUp', 0, total, height, ROW_HEIGHT)).toBe(0);
    expect(movedRow('PageDown', 995, total, height, ROW_HEIGHT)).toBe(999);
    expect(movedRow('End', -1, 0, height, ROW_HEIGHT)).toBeUndefined();
  });

  it('leave other keys alone', () => {
    expect(movedRow('a', 4, total, height, ROW_HEIGHT)).toBeUndefined();
    expect(movedRow('Tab', 4, total, height, ROW_HEIGHT)).toBeUndefined();
  });
});
