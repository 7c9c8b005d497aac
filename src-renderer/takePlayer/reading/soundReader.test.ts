import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SoundReader } from './soundReader.ts';

const RATE = 8000;

/** A WAV file of one channel: with a chunk before its samples that nobody knows. */
function wavOf(samples: readonly number[], isFloat: boolean): Uint8Array {
  const bytes = isFloat ? 4 : 2;
  const file = new Uint8Array(12 + 24 + 12 + 8 + samples.length * bytes);
  const view = new DataView(file.buffer);
  const put = (at: number, text: string): void => file.set(new TextEncoder().encode(text), at);
  put(0, 'RIFF');
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, isFloat ? 3 : 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * bytes, true);
  view.setUint16(32, bytes, true);
  view.setUint16(34, 8 * bytes, true);
  put(36, 'LIST');
  view.setUint32(40, 4, true);
  put(48, 'data');
  view.setUint32(52, samples.length * bytes, true);
  for (const [i, sample] of samples.entries()) {
    if (isFloat) view.setFloat32(56 + 4 * i, sample, true);
    else view.setInt16(56 + 2 * i, Math.round(sample * 0x7fff), true);
  }
  return file;
}

function read(file: Uint8Array, lengths: readonly number[]) {
  const reader = new SoundReader();
  for (let at = 0, i = 0; at < file.length; i++) {
    const end = at + (lengths[i % lengths.length] ?? 1);
    reader.push(file.subarray(at, end));
    at = end;
  }
  return reader.finish();
}

describe('the sound of a take', () => {
  it('is drawn by the least and the greatest of each hundredth of a second', () => {
    const samples = Array.from({ length: 160 }, (_, i) => (i === 20 ? 0.5 : i === 100 ? -0.25 : 0));
    const sound = read(wavOf(samples, true), [1000]);
    expect(sound?.peaks).toEqual(Float32Array.of(0, 0.5, -0.25, 0));
    expect(sound).toMatchObject({ dataByte: 56, bytesPerSecond: 4 * RATE, fileBytes: 56 + 640 });
    expect(read(wavOf(samples, false), [1000])?.peaks[1]).toBeCloseTo(0.5, 3);
  });

  it('is the same however the file is cut', () => {
    const anySamples = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 400 });
    const anyLengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anySamples, anyLengths, fc.boolean(), (samples, lengths, isFloat) => {
        const file = wavOf(samples, isFloat);
        expect(read(file, lengths)).toEqual(read(file, [file.length]));
      }),
    );
  });

  it('is nothing of a file that is no such sound, and of any bytes', () => {
    expect(
      read(new TextEncoder().encode('no sound at all, but long enough to be looked at'), [7]),
    ).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => void read(bytes, [64])),
    );
  });
});
