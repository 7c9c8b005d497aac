import type { Part } from '../parts/shape.ts';
import { normalMap } from './normalMap.ts';
import { blankPicture, type Picture, type Rgb } from './picture.ts';
import { bleed, rasterise, type Texel } from './raster.ts';

/** What a procedure says about one texel of a surface. */
export interface Finish {
  /** sRGB, 0..1. */
  readonly colour: Rgb;
  readonly roughness: number;
  /** Height of fine relief over the mesh, decimetres. */
  readonly height: number;
  /** Ambient light that arrives, 0..1. */
  readonly occlusion: number;
}

export interface SurfacePictures {
  readonly colour: Picture;
  readonly normal: Picture;
  /** Occlusion, roughness, metalness in red, green, blue. */
  readonly orm: Picture;
}

/** How far colours run on beyond the edges of the texture's islands, texels. */
const MARGIN = 8;

/** Paints a part's own texture, texel by texel. */
export function paintSurface(part: Part, size: number, finish: (texel: Texel) => Finish): SurfacePictures {
  const colour = blankPicture(size, size, 3);
  const orm = blankPicture(size, size, 3);
  const heights = new Float32Array(size * size);
  const steps = new Float32Array(size * size * 2);
  const covered = new Uint8Array(size * size);
  rasterise(part, size, (texel) => {
    const made = finish(texel);
    const at = texel.index * 3;
    colour.data.set(made.colour, at);
    orm.data.set([made.occlusion, made.roughness, 0], at);
    heights[texel.index] = made.height;
    steps.set(texel.step, texel.index * 2);
    covered[texel.index] = 1;
  });
  bleed(colour.data, 3, covered, size, MARGIN);
  bleed(orm.data, 3, covered, size, MARGIN);
  bleed(heights, 1, covered, size, MARGIN);
  bleed(steps, 2, covered, size, MARGIN);
  return { colour, normal: normalMap(heights, steps, size), orm };
}

/** A picture half as wide and high: each pixel is the mean of four. */
export function halve({ width, height, channels, data }: Picture): Picture {
  const half = blankPicture(width / 2, height / 2, channels);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let k = 0; k < channels; k++) {
        const at = (dx: number, dy: number): number =>
          data[((y * 2 + dy) * width + x * 2 + dx) * channels + k] ?? 0;
        half.data[(y * half.width + x) * channels + k] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
      }
    }
  }
  return half;
}
