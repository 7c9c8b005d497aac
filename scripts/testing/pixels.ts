import { execFileSync } from 'node:child_process';
import { CHILD_LIMIT } from './childLimit.ts';

/** A picture's pixels, 3 bytes each (red, green, blue), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Decodes a PNG file. */
export function pixelsOf(png: Buffer): Pixels {
  // Width and height stand at fixed places in the first chunk (PNG specification, 11.2.1 IHDR).
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const decode = ['-v', 'error', '-i', 'pipe:', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:'];
  const rgb = execFileSync('ffmpeg', decode, { ...CHILD_LIMIT, input: png, maxBuffer: 64 * 2 ** 20 });
  return { width, height, rgb };
}

/** Least change of a colour that is a change, 0..255: less is noise of the renderer. */
const NOTICEABLE = 24;

export interface Difference {
  /** Pixels that differ. */
  readonly count: number;
  /** Where they lie: their smallest and largest column and row, as fractions of the picture. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels that differ in the rows from the top down to a fraction of the picture. */
export function changesAbove(a: Pixels, b: Pixels, bottom: number): number {
  const end = Math.floor(a.height * bottom) * a.width;
  let count = 0;
  for (let pixel = 0; pixel < end; pixel++) count += Number(differs(a.rgb, b.rgb, pixel * 3));
  return count;
}

/** Where two pictures of the same size differ. */
export function differenceOf(a: Pixels, b: Pixels): Difference {
  const { width, height } = a;
  if (b.width !== width || b.height !== height) throw new Error('pictures of different sizes');
  let [count, left, right, top, bottom] = [0, width, -1, height, -1];
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (!differs(a.rgb, b.rgb, pixel * 3)) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    count++;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return {
    count,
    left: left / width,
    right: (right + 1) / width,
    top: top / height,
    bottom: (bottom + 1) / height,
  };
}

function differs(a: Uint8Array, b: Uint8Array, at: number): boolean {
  return [0, 1, 2].some((colour) => Math.abs((a[at + colour] ?? 0) - (b[at + colour] ?? 0)) > NOTICEABLE);
}
