import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportName } from './exportNames.ts';

describe('the name of an exported file', () => {
  it('is the one that Live Link Face gives', () => {
    expect(exportName('MySlate', 12, 'iPhone', 'csv')).toBe('MySlate_12_iPhone.csv');
    expect(exportName('Åpen scene', 0, 'Ada ♥', 'jsonl')).toBe('Åpen scene_0_Ada ♥.jsonl');
  });

  it('is one that any system can have', () => {
    expect(exportName('a/b:c', 1, '..', 'csv')).toBe('a-b-c_1.csv');
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, fc.nat(99_999), text, (slate, take, subject) => {
        const name = exportName(slate, take, subject, 'csv');
        expect(name).not.toMatch(/[<>:"/\\|?*]/);
        expect([...name].every((letter) => (letter.codePointAt(0) ?? 0) >= 32)).toBe(true);
        expect(name).not.toMatch(/^\.|^\s|[\s.]\.csv$/);
        expect([...name].length).toBeLessThan(140);
      }),
    );
  });
});
