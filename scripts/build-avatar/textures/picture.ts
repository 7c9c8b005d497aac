import { readFileSync } from 'node:fs';
import { decode, encode } from 'fast-png';
import jpeg from 'jpeg-js';

export type Rgb = readonly [number, number, number];

/** A picture with channels 0..1, row 0 at the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

export function blankPicture(width: number, height: number, channels: number): Picture {
  return { width, height, channels, data: new Float32Array(width * height * channels) };
}

export function readPng(file: string): Picture {
  const { width, height, channels, data } = decode(readFileSync(file));
  return { width, height, channels, data: Float32Array.from(data, (value) => value / 255) };
}

/** One channel at texture coordinates (v upwards), bilinear. */
export function sample(
  { width, height, channels, data }: Picture,
  u: number,
  v: number,
  channel: number,
): number {
  const [x, y] = [u * width - 0.5, (1 - v) * height - 0.5];
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const at = (px: number, py: number): number => {
    const cx = Math.min(width - 1, Math.max(0, px));
    const cy = Math.min(height - 1, Math.max(0, py));
    return data[(cy * width + cx) * channels + channel] ?? 0;
  };
  const [fx, fy] = [x - ix, y - iy];
  const top = at(ix, iy) * (1 - fx) + at(ix + 1, iy) * fx;
  const bottom = at(ix, iy + 1) * (1 - fx) + at(ix + 1, iy + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

const byte = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 255);

/** PNG bytes of a picture with one to four channels. */
export function toPng({ width, height, channels, data }: Picture): Uint8Array {
  return encode(
    { width, height, channels, depth: 8, data: Uint8Array.from(data, byte) },
    { zlib: { level: 9 } },
  );
}

/** JPEG bytes of a picture's first three channels; `quality` 1..100. */
export function toJpeg({ width, height, channels, data }: Picture, quality: number): Uint8Array {
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let k = 0; k < 3; k++)
      rgba[pixel * 4 + k] = byte(data[pixel * channels + Math.min(k, channels - 1)] ?? 0);
  }
  return new Uint8Array(jpeg.encode({ width, height, data: rgba }, quality).data);
}
