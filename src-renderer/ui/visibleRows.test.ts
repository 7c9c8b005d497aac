import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleRows } from './visibleRows.ts';

const height = 600;
const ROW_HEIGHT = 44;

describe('the rows to draw', () => {
  it('cover what is in sight, and few more, however long the list is', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const scrollTop = share * Math.max(0, total * ROW_HEIGHT - height);
        const { first, end } = visibleRows({ scrollTop, height, rowHeight: ROW_HEIGHT }, total);
        expect(first * ROW_HEIGHT).toBeLessThanOrEqual(scrollTop);
        expect(end * ROW_HEIGHT).toBeGreaterThanOrEqual(Math.min(scrollTop + height, total * ROW_HEIGHT));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(total);
        expect(end - first).toBeLessThan(40);
      }),
    );
  });
});
