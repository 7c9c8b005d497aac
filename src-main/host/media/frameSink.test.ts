import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameSink } from './frameSink.ts';

async function readAll(sink: FrameSink): Promise<Uint8Array[]> {
  const frames: Uint8Array[] = [];
  while (await sink.next()) {
    frames.push(sink.frame.slice());
    sink.release();
  }
  return frames;
}

describe('a frame sink', () => {
  it('gives every whole frame once and in order, however the stream is cut into chunks', async () => {
    const chunks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), chunks, async (frameBytes, lengths) => {
        const bytes = Uint8Array.from({ length: lengths.reduce((a, b) => a + b) }, (_, i) => i % 251);
        let at = 0;
        const parts = lengths.map((length) => {
          at += length;
          return bytes.subarray(at - length, at);
        });
        const sink = new FrameSink(frameBytes);
        Readable.from(parts).pipe(sink);
        const whole = Math.floor(bytes.length / frameBytes);
        const expected = Array.from({ length: whole }, (_, i) =>
          bytes.slice(i * frameBytes, (i + 1) * frameBytes),
        );
        expect(await readAll(sink)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('holds the stream back while a frame waits to be taken', async () => {
    let taken = 0;
    const endless = function* (): Generator<Buffer> {
      for (;;) {
        taken++;
        yield Buffer.alloc(10);
      }
    };
    const sink = new FrameSink(10);
    Readable.from(endless(), { highWaterMark: 1 }).pipe(sink);
    for (let frames = 1; frames <= 3; frames++) {
      await sink.next();
      for (let i = 0; i < 50; i++) await turn();
      expect(taken).toBeLessThanOrEqual(frames + 3);
      sink.release();
    }
    sink.destroy();
  });

  it('ends the wait of its reader when it is given up', async () => {
    const sink = new FrameSink(10);
    const waiting = sink.next();
    sink.destroy();
    expect(await waiting).toBe(false);
  });

  it('leaves out what is less than a frame at the end', async () => {
    const sink = new FrameSink(4);
    sink.end(Buffer.alloc(3));
    expect(await sink.next()).toBe(false);
  });
});
