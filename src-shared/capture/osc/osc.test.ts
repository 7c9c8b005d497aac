import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeOscBundle, encodeOscMessage, type OscArgument } from './encode.ts';
import { createOscReader, type OscOutcome } from './reader.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

interface Seen {
  address: string;
  numbers: number[];
  texts: (string | undefined)[];
}

const reader = createOscReader();

function read(packet: Uint8Array): { outcome: OscOutcome; messages: Seen[] } {
  const messages: Seen[] = [];
  const outcome = reader.read(packet, (message) => {
    const places = Array.from({ length: message.argumentCount }, (_, i) => i);
    messages.push({
      address: message.address,
      numbers: places.map((i) => message.numberAt(i)),
      texts: places.map((i) => message.textAt(i)),
    });
  });
  return { outcome, messages };
}

/** `/a` with nothing. */
const A = '2f610000 2c000000';
/** `#bundle`, to be used at once. */
const BUNDLE = '2362756e646c6500 0000000000000001';

describe('writing OSC', () => {
  it('fills texts up with zeros to a multiple of four bytes, at least one', () => {
    expect(hex(encodeOscMessage('/ab'))).toBe('2f616200' + '2c000000');
    expect(hex(encodeOscMessage('/abc'))).toBe('2f61626300000000' + '2c000000');
  });

  it('writes each type big-endian', () => {
    const args: OscArgument[] = [
      { type: 'i', value: -2 },
      { type: 'f', value: 0.5 },
      { type: 's', value: 'hé' },
      { type: 'b', value: Uint8Array.of(1, 2, 3, 4, 5) },
      { type: 'h', value: -(2 ** 40) },
      { type: 'd', value: 0.5 },
      { type: 't', value: 1 },
      { type: 'T' },
      { type: 'F' },
      { type: 'N' },
      { type: 'I' },
    ];
    expect(hex(encodeOscMessage('/a', args))).toBe(
      [
        '2f610000',
        '2c6966736268647454464e49' + '00000000',
        'fffffffe',
        '3f000000',
        '68c3a900',
        '00000005' + '0102030405000000',
        'ffffff0000000000',
        '3fe0000000000000',
        '0000000000000001',
      ].join(''),
    );
  });

  it('writes a bundle as its tag, the time "at once", and each element after its length', () => {
    const message = encodeOscMessage('/a');
    expect(hex(encodeOscBundle([message, encodeOscBundle([])]))).toBe(
      `${BUNDLE} 00000008 ${A} 00000010 ${BUNDLE}`.replaceAll(' ', ''),
    );
  });

  it('refuses what it cannot write', () => {
    expect(() => encodeOscMessage('/a', [{ type: 's', value: 'a\0b' }])).toThrow(/0 character/);
    for (const value of [0.5, Number.NaN, 2 ** 31]) {
      expect(() => encodeOscMessage('/a', [{ type: 'i', value }])).toThrow(/whole number/);
    }
    expect(() => encodeOscMessage('/a', [{ type: 't', value: -1 }])).toThrow(/whole number/);
  });
});

describe('reading OSC', () => {
  it('reads a message written by hand', () => {
    const packet = fromHex('2f6f6e6500000000 2c736954 66000000 68690000 00000007 3e800000');
    expect(read(packet)).toEqual({
      outcome: 'read',
      messages: [
        {
          address: '/one',
          numbers: [Number.NaN, 7, 1, 0.25],
          texts: ['hi', undefined, undefined, undefined],
        },
      ],
    });
  });

  it('reads bundles in bundles, in order', () => {
    const inner = encodeOscBundle([encodeOscMessage('/b'), encodeOscMessage('/c')]);
    const packet = encodeOscBundle([
      encodeOscMessage('/a'),
      inner,
      encodeOscBundle([]),
      encodeOscMessage('/d'),
    ]);
    expect(read(packet).messages.map(({ address }) => address)).toEqual(['/a', '/b', '/c', '/d']);
  });

  it('reads a message without type tags as one without arguments', () => {
    expect(read(fromHex('2f610000')).messages).toEqual([{ address: '/a', numbers: [], texts: [] }]);
  });

  it('reads past characters, colours, MIDI and arrays', () => {
    const packet = fromHex('2f610000 2c635b72 6d5d6900 00000061 ff00ff00 00904040 00000009');
    expect(read(packet).messages[0]?.numbers).toEqual([Number.NaN, Number.NaN, Number.NaN, 9]);
  });

  it('keeps 64 arguments and reads past the others', () => {
    const args = Array.from({ length: 100 }, (_, value): OscArgument => ({ type: 'i', value }));
    const { outcome, messages } = read(encodeOscMessage('/a', args));
    expect(outcome).toBe('read');
    expect(messages[0]?.numbers).toEqual(Array.from({ length: 64 }, (_, i) => i));
  });

  it.each([
    ['nothing', ''],
    ['JSON', '7b7d2020'],
    ['a packet of Live Link Face', '06000000 24000000'],
  ])('knows %s as no OSC', (_, bytes) => {
    expect(read(fromHex(bytes)).outcome).toBe('foreign');
  });

  it.each([
    ['an address that does not end', '2f616263'],
    ['a length that is no multiple of four', `${A}00`],
    ['type tags that do not end', '2f610000 2c696969'],
    ['an argument cut off', '2f610000 2c690000'],
    ['an argument of 8 bytes cut off', '2f610000 2c640000 00000000'],
    ['a text that does not end', '2f610000 2c730000 61626364'],
    ['a blob longer than the packet', '2f610000 2c620000 7fffffff 00000000'],
    ['a blob of negative length', '2f610000 2c620000 fffffff0 00000000'],
    ['an unknown type', '2f610000 2c780000 00000000'],
    ['a bundle of another name', '2362756e646c6521 0000000000000001'],
    ['a bundle without a time', '2362756e646c6500'],
    ['an element longer than its bundle', `${BUNDLE} 0000000c ${A}`],
    ['an element of length 0', `${BUNDLE} 00000000`],
    ['an element of negative length', `${BUNDLE} fffffff8 ${A}`],
    ['an element of 6 bytes', `${BUNDLE} 00000006 ${A}`],
    ['an element that is neither message nor bundle', `${BUNDLE} 00000004 61626364`],
  ])('refuses %s', (_, bytes) => {
    expect(read(fromHex(bytes)).outcome).toBe('malformed');
  });

  it('follows eight bundles in one another and no more', () => {
    const nested = (depth: number): Uint8Array =>
      depth === 0 ? encodeOscMessage('/a') : encodeOscBundle([nested(depth - 1)]);
    expect(read(nested(8)).outcome).toBe('read');
    expect(read(nested(9)).outcome).toBe('malformed');
    expect(read(nested(3000)).outcome).toBe('malformed');
  });

  it('reads back what was written', () => {
    const float = fc.float({ noNaN: true });
    const argument = fc.oneof(
      fc.record({ type: fc.constant('i' as const), value: fc.integer() }),
      fc.record({ type: fc.constant('f' as const), value: float }),
      fc.record({ type: fc.constant('d' as const), value: fc.double({ noNaN: true }) }),
      fc.record({ type: fc.constant('h' as const), value: fc.maxSafeInteger() }),
      fc.record({ type: fc.constant('s' as const), value: fc.string({ unit: 'binary' }).filter(isPlain) }),
      fc.record({ type: fc.constant('b' as const), value: fc.uint8Array({ maxLength: 9 }) }),
    );
    const message = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isPlain),
      fc.array(argument),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), (messages) => {
        const packet = encodeOscBundle(messages.map(([name, args]) => encodeOscMessage(`/${name}`, args)));
        const seen = read(packet);
        expect(seen.outcome).toBe('read');
        expect(seen.messages).toEqual(
          messages.map(([name, args]) => ({
            address: `/${name}`,
            numbers: args.map(({ value }) => (typeof value === 'number' ? value : Number.NaN)),
            texts: args.map(({ value }) => (typeof value === 'string' ? value : undefined)),
          })),
        );
      }),
    );
  });

  it('takes any bytes without an error', () => {
    const beginning = fc.constantFrom('', '2f', '2f610000', '2f610000 2c', BUNDLE, `${BUNDLE} 00000010`);
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 120 }), (start, rest) => {
        const { outcome, messages } = read(Uint8Array.from([...fromHex(start), ...rest]));
        expect(['read', 'foreign', 'malformed']).toContain(outcome);
        expect(messages.length).toBeLessThan(20);
      }),
      { numRuns: 3000 },
    );
  });
});

/** A text that UTF-8 and OSC can hold. */
const isPlain = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
