import type { RgbaImage } from '../frame.ts';

/** A square of an image in pixels; it may reach beyond the image, where it is black. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** Copies a square into `buffer` when it is large enough, into a new one otherwise. */
export function cropImage(image: RgbaImage, { left, top, size }: Square, buffer: Uint8Array): RgbaImage {
  const bytes = size * size * 4;
  const data = buffer.length >= bytes ? buffer.subarray(0, bytes) : new Uint8Array(bytes);
  data.fill(0);
  const from = Math.max(0, left);
  const to = Math.min(image.width, left + size);
  if (to > from) {
    for (let y = Math.max(0, top); y < Math.min(image.height, top + size); y++) {
      const row = image.data.subarray((y * image.width + from) * 4, (y * image.width + to) * 4);
      data.set(row, ((y - top) * size + from - left) * 4);
    }
  }
  return { data, width: size, height: size };
}
