import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUpload, encodeUpload, UPLOAD_KINDS, type UploadKind } from './uploads.ts';

const kinds = Object.keys(UPLOAD_KINDS) as UploadKind[];

describe('a binary message to the host', () => {
  it('has its fields where the layout says', () => {
    const bytes = encodeUpload({ kind: 'audio', stream: 0x01020304, content: Uint8Array.of(7, 8) });
    expect([...bytes]).toEqual([1, 3, 0, 0, 4, 3, 2, 1, 7, 8]);
  });

  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(0xffffffff), fc.uint8Array(), (kind, stream, content) => {
        const upload = { kind, stream, content };
        expect(decodeUpload(encodeUpload(upload))).toEqual(upload);
      }),
    );
  });

  it('is nothing in another version, of another kind, or cut short', () => {
    const bytes = encodeUpload({ kind: 'video', stream: 1, content: new Uint8Array() });
    expect(decodeUpload(bytes.with(0, 2))).toBeUndefined();
    expect(decodeUpload(bytes.with(1, 99))).toBeUndefined();
    for (let length = 0; length < bytes.length; length++) {
      expect(decodeUpload(bytes.subarray(0, length))).toBeUndefined();
    }
  });
});
