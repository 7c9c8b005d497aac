import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSame } from './keepSame.ts';

describe('what is told anew', () => {
  it('is the same object where it says nothing new', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again: unknown = structuredClone(value);
        expect(keepSame(value, again)).toBe(value);
      }),
    );
  });

  it('always says what is new', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(keepSame(before, after)).toEqual(after);
      }),
    );
  });

  it('keeps the parts that are as they were', () => {
    const before = { people: [{ name: 'Ann' }, { name: 'Bo' }], isOpen: true };
    const after = keepSame(before, { people: [{ name: 'Ann' }, { name: 'Cy' }], isOpen: true });
    expect(after).toEqual({ people: [{ name: 'Ann' }, { name: 'Cy' }], isOpen: true });
    expect(after.people[0]).toBe(before.people[0]);
  });
});
