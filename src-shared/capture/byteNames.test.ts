import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteNames, createByteNames } from './byteNames.ts';

const find = (names: ByteNames, name: string): number => {
  const bytes = Buffer.from(`..${name}..`);
  return names(bytes, 2, bytes.length - 2);
};

/** Names, each with its place in the list as its number. */
const numbered = (...names: readonly string[]): [string, number][] => names.map((name, i) => [name, i]);

describe('names by their bytes', () => {
  const list = numbered('Hips', 'LeftHand', 'leftFoot', 'HIPS', '');
  const exact = createByteNames(list);
  const inAnyCase = createByteNames(list, { ignoresCase: true });

  it('are found in the middle of others', () => {
    expect(['Hips', 'LeftHand', 'leftFoot', 'HIPS', ''].map((name) => find(exact, name))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('are the same in capitals and small letters where that is asked for', () => {
    expect(find(exact, 'lefthand')).toBe(-1);
    expect(find(inAnyCase, 'lefthand')).toBe(1);
    expect(find(inAnyCase, 'LEFTFOOT')).toBe(2);
  });

  it('have the number of their first place where they are there twice', () => {
    expect(find(inAnyCase, 'HIPS')).toBe(0);
  });

  it('are no others', () => {
    for (const name of ['Hip', 'Hips2', 'LeftHan@', 'ä']) expect(find(inAnyCase, name)).toBe(-1);
    expect(find(createByteNames([]), 'Hips')).toBe(-1);
  });

  it('are just those that were given', () => {
    const name = fc.string({ unit: 'grapheme-ascii', maxLength: 6 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), name, fc.boolean(), (names, other, ignoresCase) => {
        const written = (each: string): string => (ignoresCase ? each.toLowerCase() : each);
        const known = createByteNames(numbered(...names), { ignoresCase });
        const places = names.map(written);
        for (const each of [...names, other]) expect(find(known, each)).toBe(places.indexOf(written(each)));
      }),
    );
  });
});
