import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';

describe('the checksum', () => {
  it('is that of zlib', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
  });

  it('can be that of a part', () => {
    const bytes = Uint8Array.of(9, 1, 2, 3, 9);
    expect(crc32(bytes, 1, 4)).toBe(crc32(Uint8Array.of(1, 2, 3)));
  });
});
