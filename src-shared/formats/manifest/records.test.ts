import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS } from './delimiter.ts';
import { type Cursor, firstLine, nextLine, readRecord } from './records.ts';

const start: Cursor = { offset: 0, lineNumber: 1 };

function readAll(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let at = start;
  while (at.offset < text.length) {
    const reading = readRecord(text, delimiter, at);
    if (reading.kind === 'malformed') throw new Error(reading.message);
    records.push(reading.fields);
    at = reading.next;
  }
  return records;
}

describe('readRecord', () => {
  it('reads quoted fields with delimiters, doubled quotes and line ends in them', () => {
    expect(readAll('a,"b,""c""\n d",e\n', ',')).toEqual([['a', 'b,"c"\n d', 'e']]);
  });

  it.each(['\n', '\r\n', '\r'])('knows the line %j ends, also inside quotes', (end) => {
    const reading = readRecord(`a,"b${end}c"${end}d`, ',', start);
    expect(reading).toMatchObject({ next: { lineNumber: 3, offset: 6 + 2 * end.length } });
  });

  it('trims fields and allows spaces around quotes', () => {
    expect(readAll('  a ,  "b,c"  , d', ',')).toEqual([['a', 'b,c', 'd']]);
  });

  it.each([
    ['a quote that is not closed', 'a,"b\nc,d', 'A quote is opened but not closed.'],
    ['a quote in the middle of a field', 'a,5" disk', 'A quote stands inside a field'],
    ['text after a closing quote', '"a"b,c', 'There is text after a closing quote'],
  ])('reports %s', (_name, text, message) => {
    expect(readRecord(text, ',', start)).toMatchObject({
      kind: 'malformed',
      message: expect.stringContaining(message),
    });
  });

  it('agrees with csv-parse on any well-formed table', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ø', ' ', '"', ',', ';', '\t', '|', '\n', '😀') })
      .map((value) => value.trim());
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        const text = rows
          .map((row) => row.map((value) => quoted(value, delimiter)).join(delimiter))
          .join('\n');
        expect(readAll(text, delimiter)).toEqual(rows);
        expect(parse(text, { delimiter })).toEqual(rows);
      }),
    );
  });
});

/** A field as a spreadsheet writes it: quoted only where it must be. */
function quoted(value: string, delimiter: string): string {
  const needsQuotes = value.includes(delimiter) || /["\r\n]/.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

describe('nextLine and firstLine', () => {
  it('steps over one physical line, whatever ends it', () => {
    expect(nextLine('"a\r\nb"', start)).toEqual({ offset: 4, lineNumber: 2 });
    expect(nextLine('a', start)).toEqual({ offset: 1, lineNumber: 2 });
  });

  it('finds the first line that is not blank', () => {
    expect(firstLine('\n  \r\nword')).toEqual({ offset: 5, lineNumber: 3 });
    expect(firstLine('')).toEqual(start);
  });
});
