import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, type TextEncoding } from './textEncoding.ts';

const MARK = '\uFEFF';

describe('decodeText', () => {
  const text = 'word;path\nblåbærøl;videoer/blåbærøl.mp4\n';

  it.each<[string, Uint8Array, TextEncoding]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(MARK + text), 'utf-8'],
    ['UTF-16 little endian with a mark', Buffer.from(MARK + text, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian with a mark', Buffer.from(MARK + text, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 little endian without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian without a mark', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it('knows the characters Windows-1252 has where Latin-1 has controls', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x91, 0x92, 0x8c, 0xe6)).text).toBe('€‘’Œæ');
  });

  it('takes plain ASCII and nothing at all as UTF-8', () => {
    expect(decodeText(Buffer.from('word,path'))).toEqual({ text: 'word,path', encoding: 'utf-8' });
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('reads back any text from UTF-8, and from UTF-16 with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        expect(decodeText(Buffer.from(MARK + any)).text).toBe(any);
        expect(decodeText(Buffer.from(MARK + any, 'utf16le')).text).toBe(any);
        expect(decodeText(Buffer.from(MARK + any, 'utf16le').swap16()).text).toBe(any);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeText(bytes)));
  });
});
