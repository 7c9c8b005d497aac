import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameStream } from './frameStream.ts';

function readAll(pieces: Iterable<Uint8Array>): { frames: string[]; dropped: number } {
  const stream = createFrameStream();
  const frames: string[] = [];
  let dropped = 0;
  for (const piece of pieces)
    dropped += stream(piece, (frame) => frames.push(Buffer.from(frame).toString('latin1')));
  return { frames, dropped };
}

/** The bytes in pieces of these lengths, over and over. */
function* inPieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const to = from + (lengths[i % lengths.length] ?? 1);
    yield bytes.subarray(from, to);
    from = to;
  }
}

describe('frames over TCP', () => {
  it('end with the mark of iFacialMocap', () => {
    const bytes = Buffer.from('jawOpen-1|___iFacialMocapjawOpen-2|___iFacialMocapjawOpen-3|');
    expect(readAll([bytes])).toEqual({ frames: ['jawOpen-1|', 'jawOpen-2|'], dropped: 0 });
  });

  it('end with the mark of Facemotion3d, which may stand before the first as well', () => {
    const bytes = Buffer.from('___FACEMOTION3DjawOpen&1|___FACEMOTION3D');
    expect(readAll([bytes]).frames).toEqual(['jawOpen&1|']);
  });

  it('may come in pieces of any size', () => {
    const frame = fc.array(fc.constantFrom(...'jaw-1|#,._'), { maxLength: 60 }).map((all) => all.join(''));
    const end = fc.constantFrom('___iFacialMocap', '___FACEMOTION3D');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(frame, end), { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 10 }),
        (sent, lengths) => {
          const bytes = Buffer.from(sent.flat().join(''));
          expect(readAll(inPieces(bytes, lengths))).toEqual({
            frames: sent.map(([text]) => text).filter((text) => text !== ''),
            dropped: 0,
          });
        },
      ),
    );
  });

  it.each([
    [8192, 1, 0],
    [8193, 0, 1],
    [8206, 0, 1],
    [8207, 0, 1],
    [8208, 0, 1],
    [100_000, 0, 1],
  ])('of %d bytes: taken %d, dropped %d, and the next is read', (length, taken, dropped) => {
    const bytes = Buffer.from(`${'x'.repeat(length)}___iFacialMocapjawOpen-1|___iFacialMocap`);
    for (const pieceLength of [bytes.length, 1000, 1]) {
      const read = readAll(inPieces(bytes, [pieceLength]));
      expect(read.frames).toHaveLength(taken + 1);
      expect(read.frames.at(-1)).toBe('jawOpen-1|');
      expect(read.dropped).toBe(dropped);
    }
  });
});
