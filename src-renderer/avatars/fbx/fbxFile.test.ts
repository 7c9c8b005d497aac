import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MimesisError } from '#shared/contract/index.ts';
import { requireWholeFbx } from './fbxFile.ts';

/** A binary FBX of empty records. */
function fbxOf(version: number, records: number): Uint8Array<ArrayBuffer> {
  const wide = version >= 7500;
  const recordBytes = wide ? 25 : 13;
  const bytes = new Uint8Array(27 + (records + 1) * recordBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('Kaydara FBX Binary  \0\u001a\0'));
  view.setUint32(23, version, true);
  for (let i = 0; i < records; i++) {
    const offset = 27 + i * recordBytes;
    if (wide) view.setBigUint64(offset, BigInt(offset + recordBytes), true);
    else view.setUint32(offset, offset + recordBytes, true);
  }
  return bytes;
}

const text = (content: string) => new TextEncoder().encode(content);

describe('an FBX', () => {
  it.each([7100, 7400, 7500, 7700])('of version %i is whole', (version) => {
    expect(() => requireWholeFbx(fbxOf(version, 5).buffer)).not.toThrow();
  });

  it.each([
    ['of the text form', text('; FBX 7.4.0 project file\n'), /text form/],
    ['that is a GLB', text('glTF'), /no FBX/],
    ['that is empty', new Uint8Array(), /no FBX/],
    ['of an old version', fbxOf(6100, 2), /version 6\.1/],
    ['of which only the head is there', fbxOf(7400, 2).slice(0, 27), /cut off/],
  ])('%s is refused', (_, bytes, message) => {
    expect(() => requireWholeFbx(bytes.buffer)).toThrow(message);
    expect(() => requireWholeFbx(bytes.buffer)).toThrow(expect.objectContaining({ kind: 'invalid_avatar' }));
  });

  it('is refused wherever it is cut off', () => {
    const whole = fbxOf(7400, 4);
    const last = whole.length - 13;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: last }), (length) => {
        expect(() => requireWholeFbx(whole.slice(0, length).buffer)).toThrow(MimesisError);
      }),
    );
  });

  it('is whole or refused, whatever its bytes', () => {
    const tails = fc.uint8Array({ maxLength: 100 });
    fc.assert(
      fc.property(tails, fc.constantFrom(7400, 7500), (tail, version) => {
        const bytes = new Uint8Array(27 + tail.length);
        bytes.set(fbxOf(version, 0).subarray(0, 27));
        bytes.set(tail, 27);
        try {
          requireWholeFbx(bytes.buffer);
        } catch (error) {
          expect(error).toBeInstanceOf(MimesisError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
