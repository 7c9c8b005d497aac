import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonReader } from './jsonReader.ts';

function readNumber(reader: JsonReader): number | undefined {
  const numbers = new Float64Array(1);
  reader.readNumber(numbers, 0);
  return numbers[0];
}

/** Reads a value of any kind with the reader's own steps. */
function readValue(reader: JsonReader, bytes: Buffer, example: unknown): unknown {
  if (typeof example === 'number') return readNumber(reader);
  if (typeof example === 'boolean') return reader.readBoolean();
  if (typeof example === 'string') {
    reader.readString();
    return bytes.toString('utf8', reader.textFrom, reader.textTo);
  }
  if (Array.isArray(example)) {
    const items: unknown[] = [];
    reader.enterArray();
    while (reader.nextItem()) items.push(readValue(reader, bytes, example[items.length]));
    return items;
  }
  const entries: [string, unknown][] = [];
  const examples = Object.values(Object(example));
  reader.enterObject();
  while (reader.nextKey()) {
    const key = bytes.toString('utf8', reader.textFrom, reader.textTo);
    entries.push([key, readValue(reader, bytes, examples[entries.length])]);
  }
  return Object.fromEntries(entries);
}

const word = fc.string({ unit: fc.constantFrom(...'abcÄ中 {}[]:,'), minLength: 1, maxLength: 6 });
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.boolean(),
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('JSON read from its bytes', () => {
  it('is what a parser reads, with white space or without', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (sent, indent) => {
        const bytes = Buffer.from(JSON.stringify(sent, null, indent));
        const reader = new JsonReader(bytes);
        expect(readValue(reader, bytes, sent)).toEqual(sent);
        expect(reader.isComplete()).toBe(true);
      }),
    );
  });

  it('can be passed over, whatever is in it', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const bytes = Buffer.from(`{"before": ${json}, "after": 1}`);
        const reader = new JsonReader(bytes);
        reader.enterObject();
        reader.nextKey();
        reader.skipValue();
        expect(reader.nextKey()).toBe(true);
        expect(readNumber(reader)).toBe(1);
        expect(reader.nextKey()).toBe(false);
        expect(reader.isComplete()).toBe(true);
      }),
    );
  });

  it('is not sound wherever it is cut off', () => {
    const bytes = Buffer.from('{"a":[1,{"b":"c\\"d"}],"e":true,"f":-1.5e3}');
    const readAll = (reader: JsonReader): void => {
      reader.enterObject();
      while (reader.nextKey()) reader.skipValue();
    };
    const whole = new JsonReader(bytes);
    readAll(whole);
    expect(whole.isComplete()).toBe(true);
    for (let end = 0; end < bytes.length; end++) {
      const reader = new JsonReader(bytes.subarray(0, end));
      readAll(reader);
      expect(reader.isComplete()).toBe(false);
    }
  });

  it.each([
    '{,"a":1}',
    '{"a":1,}',
    '{"a":1 "b":2}',
    '{"a" 1}',
    '{a:1}',
    '{"a":,}',
    '{"a":}',
    '{"a":1]',
    '{"a":1}1',
  ])('is not sound: %s', (text) => {
    const reader = new JsonReader(Buffer.from(text));
    reader.enterObject();
    while (reader.nextKey()) reader.skipValue();
    expect(reader.isComplete()).toBe(false);
  });

  it.each(['', 'tru', 'truee', 'null', '"true"', '1'])('has no boolean in %j', (text) => {
    const reader = new JsonReader(Buffer.from(text));
    reader.readBoolean();
    expect(reader.isSound).toBe(false);
  });
});
