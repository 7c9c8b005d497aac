import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropImage } from './cropImage.ts';

const length = fc.integer({ min: 1, max: 12 });
const place = fc.integer({ min: -20, max: 20 });

/** An image whose pixels are all different and none black. */
function numbered(width: number, height: number): { data: Uint8Array; width: number; height: number } {
  const pixels = Uint32Array.from({ length: width * height }, (_, i) => i + 1);
  return { data: new Uint8Array(pixels.buffer), width, height };
}

describe('a crop', () => {
  it('holds the pixels of its square, and black beyond the image, whatever was in its buffer', () => {
    fc.assert(
      fc.property(
        length,
        length,
        place,
        place,
        length,
        fc.boolean(),
        (width, height, left, top, size, reused) => {
          const image = numbered(width, height);
          const buffer = new Uint8Array(reused ? 12 * 12 * 4 : 0).fill(255);
          const crop = cropImage(image, { left, top, size }, buffer);
          expect([crop.width, crop.height]).toEqual([size, size]);
          const pixels = new Uint32Array(crop.data.slice().buffer);
          const expected = Array.from({ length: size * size }, (_, i) => {
            const x = left + (i % size);
            const y = top + Math.floor(i / size);
            return x >= 0 && y >= 0 && x < width && y < height ? y * width + x + 1 : 0;
          });
          expect([...pixels]).toEqual(expected);
        },
      ),
    );
  });

  it('uses the buffer when it is large enough', () => {
    const buffer = new Uint8Array(100);
    expect(cropImage(numbered(3, 3), { left: 0, top: 0, size: 3 }, buffer).data.buffer).toBe(buffer.buffer);
    expect(cropImage(numbered(3, 3), { left: 0, top: 0, size: 9 }, buffer).data).toHaveLength(9 * 9 * 4);
  });
});
