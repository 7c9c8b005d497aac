import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import type { RgbaImage } from './frame.ts';

const SIGNATURE_BYTES = 8;
const BYTES_PER_PIXEL = 4;
/** Bit depth 8, colour type 6 (RGBA), and the only compression, filter and interlace methods read here. */
const EIGHT_BIT_RGBA = [8, 6, 0, 0, 0];

/**
 * Reads an 8-bit RGBA PNG that is not interlaced (PNG specification, third edition): always the same pixels, and no
 * other process is needed. Throws on other kinds of PNG and on damaged ones.
 */
export async function readPng(path: string): Promise<RgbaImage> {
  const file = await readFile(path);
  let header: Buffer | undefined;
  const compressed: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') compressed.push(data);
    at += length + 12;
  }
  if (!header || EIGHT_BIT_RGBA.some((value, i) => header[8 + i] !== value)) {
    throw new Error(`${path} is not an 8-bit RGBA PNG without interlace`);
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const filtered = inflateSync(Buffer.concat(compressed));
  const stride = width * BYTES_PER_PIXEL;
  if (filtered.length !== height * (stride + 1)) throw new Error(`${path} does not hold all of its pixels`);
  const data = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const row = filtered.subarray(y * (stride + 1), (y + 1) * (stride + 1));
    for (let x = 0; x < stride; x++) {
      const here = y * stride + x;
      const first = x < BYTES_PER_PIXEL;
      const left = first ? 0 : (data[here - BYTES_PER_PIXEL] ?? 0);
      const above = data[here - stride] ?? 0;
      const aboveLeft = first ? 0 : (data[here - stride - BYTES_PER_PIXEL] ?? 0);
      data[here] = (row[x + 1] ?? 0) + predict(row[0], left, above, aboveLeft);
    }
  }
  return { data, width, height };
}

/** What a row's filter expects a byte to be, from its neighbours (section 9.2). */
function predict(filter: number | undefined, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const toLeft = Math.abs(above - aboveLeft);
      const toAbove = Math.abs(left - aboveLeft);
      const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
      if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
      return toAbove <= toAboveLeft ? above : aboveLeft;
    }
    default:
      throw new Error(`a PNG row has the unknown filter ${filter}`);
  }
}
