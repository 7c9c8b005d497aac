import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MediaTimes, soundTimes, stretchesOf, videoTimes } from './mediaTimes.ts';

/** 16-bit mono at 48 kHz. */
const BYTES_PER_SECOND = 96_000;
const DATA_BYTE = 44;

/** Sound in pieces of a tenth of a second, noted by `timeOf` its place in the file. */
function soundOf(tenths: number, timeOf: (fileSeconds: number, i: number) => number) {
  return Array.from({ length: tenths }, (_, i) => ({
    timeSeconds: timeOf(i / 10, i),
    fromByte: DATA_BYTE + i * 9600,
    bytes: 9600,
  }));
}

const timesOf = (pieces: ReturnType<typeof soundOf>, fileBytes = Number.POSITIVE_INFINITY): MediaTimes =>
  soundTimes(pieces, { dataByte: DATA_BYTE, bytesPerSecond: BYTES_PER_SECOND, fileBytes });

describe('the times of sound', () => {
  it('lie as much later on the take as it began later', () => {
    const times = timesOf(soundOf(50, (seconds) => 0.4 + seconds));
    expect(times.takeSeconds(2)).toBeCloseTo(2.4, 9);
    expect(times.fileSeconds(2.4)).toBeCloseTo(2, 9);
    expect(times.fileSeconds(0.39)).toBeUndefined();
    expect(times.fileSeconds(5.41)).toBeUndefined();
  });

  it('follow a microphone whose clock runs off, to the millisecond after an hour', () => {
    const skew = 120e-6;
    const jitter = (i: number): number => ((i * 7919) % 13) / 13 / 100;
    const times = timesOf(soundOf(36_000, (seconds, i) => 0.2 + seconds * (1 + skew) + jitter(i)));
    const meanJitter = 6 / 13 / 100;
    expect(times.takeSeconds(3600)).toBeCloseTo(0.2 + 3600 * (1 + skew) + meanJitter, 3);
  });

  it('leave out what was not recorded between two pieces', () => {
    const times = timesOf(soundOf(40, (seconds) => (seconds < 2 ? seconds : seconds + 1.5)));
    expect(times.spans).toEqual([
      { fromSeconds: 0, toSeconds: 2 },
      { fromSeconds: expect.closeTo(3.5, 9), toSeconds: expect.closeTo(5.5, 9) },
    ]);
    expect(times.fileSeconds(3)).toBeUndefined();
    expect(times.fileSeconds(4)).toBeCloseTo(2.5, 9);
  });

  it('end where the file ends, whatever the pieces tell of', () => {
    const times = timesOf(
      soundOf(50, (seconds) => seconds),
      DATA_BYTE + 2 * BYTES_PER_SECOND,
    );
    expect(times.spans.at(-1)?.toSeconds).toBeCloseTo(2, 9);
  });

  it('are the same there and back', () => {
    const anyPieces = fc
      .array(
        fc.record({
          lost: fc.constantFrom(0, 0, 0, 0.7),
          noise: fc.double({ min: 0, max: 0.02, noNaN: true }),
        }),
        {
          minLength: 1,
          maxLength: 60,
        },
      )
      .map((pieces) => {
        let lost = 0;
        return pieces.map((piece, i) => {
          lost += piece.lost;
          return { takeSeconds: i / 5 + lost + piece.noise, fileSeconds: i / 5, lengthSeconds: 0.2 };
        });
      });
    fc.assert(
      fc.property(anyPieces, fc.double({ min: 0, max: 0.999, noNaN: true }), (pieces, share) => {
        const times = new MediaTimes(stretchesOf(pieces));
        const fileSeconds = share * 0.2 * pieces.length;
        const back = times.fileSeconds(times.takeSeconds(fileSeconds));
        if (back !== undefined) expect(back).toBeCloseTo(fileSeconds, 1);
        for (const { fromSeconds, toSeconds } of times.spans) expect(toSeconds).toBeGreaterThan(fromSeconds);
      }),
    );
  });
});

describe('the times of a video', () => {
  it('begin with its first piece', () => {
    const times = videoTimes([{ timeSeconds: 0.75, fromByte: 0, bytes: 100 }], 10);
    expect(times.takeSeconds(1)).toBe(1.75);
    expect(times.fileSeconds(0.5)).toBeUndefined();
    expect(times.fileSeconds(10.75)).toBeUndefined();
  });
});
