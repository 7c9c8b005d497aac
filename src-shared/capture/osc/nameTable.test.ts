import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameTable, type NameTable } from './nameTable.ts';

const find = (table: NameTable, name: string): number => {
  const bytes = Buffer.from(`..${name}..`);
  return table.find(bytes, 2, bytes.length - 2);
};

describe('a table of names', () => {
  const table = createNameTable(['Hips', 'LeftHand', 'leftFoot', 'HIPS', '']);

  it('finds a name in the middle of bytes, in capitals or not', () => {
    expect(find(table, 'LeftHand')).toBe(1);
    expect(find(table, 'lefthand')).toBe(1);
    expect(find(table, 'LEFTFOOT')).toBe(2);
    expect(find(table, '')).toBe(4);
  });

  it('finds a name that is there twice at its first place', () => {
    expect(find(table, 'hips')).toBe(0);
  });

  it('knows no other name', () => {
    for (const name of ['Hip', 'Hips2', 'LeftHan@', 'ä']) expect(find(table, name)).toBe(-1);
    expect(find(createNameTable([]), 'Hips')).toBe(-1);
  });

  it('finds just what is in it', () => {
    const name = fc.string({ unit: 'grapheme-ascii', maxLength: 6 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), name, (names, other) => {
        const small = names.map((each) => each.toLowerCase());
        const someTable = createNameTable(names);
        for (const each of [...names, other]) {
          expect(find(someTable, each)).toBe(small.indexOf(each.toLowerCase()));
        }
      }),
    );
  });
});
