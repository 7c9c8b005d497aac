import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, ChunkReader, type Damage, type TakeTail } from './chunkReader.ts';
import { encodeChunk, takeFileHead } from './chunkWriter.ts';
import { FILE_HEAD_BYTES, MAX_PAYLOAD_BYTES } from './layout.ts';
import { sampleTake } from './testing/sampleTake.ts';

interface Reading {
  readonly sequences: number[];
  readonly damages: Damage[];
  readonly tail: TakeTail;
}

function read(bytes: Uint8Array, pieceBytes = bytes.length): Reading {
  const sequences: number[] = [];
  const damages: Damage[] = [];
  const reader = new ChunkReader({
    chunk: ({ sequence }: Chunk) => sequences.push(sequence),
    damage: (damage) => damages.push(damage),
  });
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  return { sequences, damages, tail: reader.finish() };
}

const take = sampleTake();
const { bytes, ends } = take;
const all = ends.slice(1).map((_, i) => i);

function flipped(at: number, mask: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

describe('chunks of a take', () => {
  it('are read from pieces of any size', () => {
    for (const pieceBytes of [1, 7, 100, 4096, bytes.length]) {
      expect(read(bytes, pieceBytes)).toEqual({
        sequences: all,
        damages: [],
        tail: { keptBytes: bytes.length, lostBytes: 0, reason: 'whole' },
      });
    }
  });

  it('before a cut at any byte are all there, and nothing else', () => {
    for (let cut = 0; cut < bytes.length; cut++) {
      const whole = ends.filter((end) => end <= cut);
      const keptBytes = whole.at(-1) ?? 0;
      expect(read(bytes.subarray(0, cut))).toEqual({
        sequences: all.slice(0, Math.max(0, whole.length - 1)),
        damages: [],
        tail: { keptBytes, lostBytes: cut - keptBytes, reason: cut === keptBytes ? 'whole' : 'torn' },
      });
    }
  });

  it('show any byte that was changed, and only the chunk with it is lost', () => {
    for (let at = 0; at < bytes.length; at++) {
      const { sequences, damages, tail } = read(flipped(at, 1 + (at % 255)));
      const hit = ends.findIndex((end) => at < end);
      expect(sequences).toEqual(all.filter((sequence) => sequence !== hit - 1));
      if (hit === ends.length - 1) {
        expect(tail).toMatchObject({ keptBytes: ends.at(-2), lostBytes: bytes.length - (ends.at(-2) ?? 0) });
      } else {
        const damage = { fromByte: ends[hit - 1] ?? 0, toByte: ends[hit], lostChunks: hit === 0 ? 0 : 1 };
        expect(damages).toEqual([damage]);
        expect(tail.reason).toBe('whole');
      }
    }
  });

  it('are found again behind a hole of zeros', () => {
    const [from = 0, to = 0] = [(ends[3] ?? 0) + 5, (ends[5] ?? 0) + 5];
    const holed = bytes.slice().fill(0, from, to);
    expect(read(holed, 64)).toMatchObject({
      sequences: all.filter((sequence) => sequence < 3 || sequence > 5),
      damages: [{ fromByte: ends[3], toByte: ends[6], lostChunks: 3 }],
      tail: { lostBytes: 0 },
    });
  });

  it('that are missing altogether are noticed by their numbers', () => {
    const without = new Uint8Array([...bytes.subarray(0, ends[2]), ...bytes.subarray(ends[4])]);
    expect(read(without).damages).toEqual([{ fromByte: ends[2], toByte: ends[2], lostChunks: 2 }]);
  });

  it('are not read twice', () => {
    const twice = new Uint8Array([...bytes, ...bytes.subarray(ends[1])]);
    expect(read(twice)).toMatchObject({
      sequences: all,
      tail: { keptBytes: bytes.length, reason: 'damaged' },
    });
  });

  it('read the same from pieces of any size when bytes are damaged', () => {
    const damaged = fc.record({
      changes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
        maxLength: 8,
      }),
      cut: fc.integer({ min: 0, max: bytes.length }),
      pieceBytes: fc.integer({ min: 1, max: 2000 }),
    });
    fc.assert(
      fc.property(damaged, ({ changes, cut, pieceBytes }) => {
        const copy = bytes.slice(0, cut);
        for (const [at, mask] of changes) if (at < cut) copy[at] = (copy[at] ?? 0) ^ mask;
        const reading = read(copy, pieceBytes);
        expect(reading).toEqual(read(copy));
        expect(reading.tail.keptBytes + reading.tail.lostBytes).toBe(cut);
      }),
      { numRuns: 200 },
    );
  });

  it('of a newer version are not guessed at', () => {
    expect(() => read(takeFileHead(2))).toThrow('newer version');
  });

  it('are 1 MiB long at most', () => {
    expect(() => encodeChunk('frames', 0, new Uint8Array(MAX_PAYLOAD_BYTES + 1))).toThrow('1 MiB');
    const longest = encodeChunk('frames', 0, new Uint8Array(MAX_PAYLOAD_BYTES));
    expect(read(new Uint8Array([...takeFileHead(), ...longest]), 65_536).sequences).toEqual([0]);
  });

  it('that are thousands of false starts cost no endless work', () => {
    // Each claims to be as long as a chunk can be, and none is.
    const head = encodeChunk('frames', 0, new Uint8Array(MAX_PAYLOAD_BYTES)).subarray(0, 16);
    const hostile = new Uint8Array(FILE_HEAD_BYTES + 3 * MAX_PAYLOAD_BYTES);
    hostile.set(takeFileHead());
    for (let at = FILE_HEAD_BYTES; at + 16 <= hostile.length; at += 16) hostile.set(head, at);
    const { sequences, tail } = read(hostile, 65_536);
    expect(sequences).toEqual([]);
    expect(tail).toEqual({ keptBytes: 16, lostBytes: hostile.length - 16, reason: 'damaged' });
  });
});
