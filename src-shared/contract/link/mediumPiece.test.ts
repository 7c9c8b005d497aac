import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePiece, encodePiece, MAX_PIECE_BYTES } from './mediumPiece.ts';
import { MAX_CLIENT_MESSAGE_BYTES } from './messages.ts';
import { encodeUpload } from './uploads.ts';

describe('a piece of sound or picture', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        (hostSeconds, bytes) => {
          expect(decodePiece(encodePiece({ hostSeconds, bytes }))).toEqual({ hostSeconds, bytes });
        },
      ),
    );
  });

  it('is refused without bytes or without a time, whatever arrives', () => {
    expect(decodePiece(encodePiece({ hostSeconds: 1, bytes: new Uint8Array() }))).toBeUndefined();
    expect(decodePiece(encodePiece({ hostSeconds: Number.NaN, bytes: Uint8Array.of(1) }))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (content) => {
        const piece = decodePiece(content);
        expect(piece === undefined || Number.isFinite(piece.hostSeconds)).toBe(true);
      }),
    );
  });

  it('fits into a message of the link', () => {
    const content = encodePiece({ hostSeconds: 1, bytes: new Uint8Array(MAX_PIECE_BYTES) });
    expect(encodeUpload({ kind: 'video', stream: 1, content }).length).toBeLessThan(MAX_CLIENT_MESSAGE_BYTES);
  });
});
