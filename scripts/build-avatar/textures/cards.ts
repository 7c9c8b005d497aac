import type { SHADE_PLACE } from '../parts/lidShade.ts';
import type { Part } from '../parts/shape.ts';
import { blankPicture, type Picture, type Rgb, sample } from './picture.ts';
import { rasterise } from './raster.ts';

/** 1 where the part's triangles lie in its texture, and up to `margin` texels about them. */
export function coverage(part: Part, size: number, margin: number): Uint8Array {
  const covered = new Uint8Array(size * size);
  rasterise(part, size, ({ index }) => {
    covered[index] = 1;
  });
  let grown = covered;
  for (let step = 0; step < margin; step++) {
    const next = grown.slice();
    for (let index = 0; index < grown.length; index++) {
      if (grown[index - 1] || grown[index + 1] || grown[index - size] || grown[index + size]) next[index] = 1;
    }
    grown = next;
  }
  return grown;
}

/** Hairs of one colour: opacity from the source's picture, nothing where the part has no triangles. */
export function cardTexture(
  part: Part,
  source: Picture,
  colour: Rgb,
  size: number,
  strength: number,
): Picture {
  const picture = blankPicture(size, size, 4);
  const covered = coverage(part, size, 2);
  for (let index = 0; index < size * size; index++) {
    const [u, v] = [((index % size) + 0.5) / size, 1 - (Math.floor(index / size) + 0.5) / size];
    const alpha = covered[index] ? Math.min(1, sample(source, u, v, 3) * strength) : 0;
    picture.data.set([...colour, alpha], index * 4);
  }
  return picture;
}

/** Draws the shade that the lids throw on the eyes into the lashes' picture: dark at the lid, clear at its end. */
export function addLidShade(picture: Picture, { u, light, dark }: typeof SHADE_PLACE): Picture {
  const { width, height } = picture;
  for (let y = 0; y < height; y++) {
    const v = 1 - (y + 0.5) / height;
    if (v > dark + 0.02) continue;
    const depth = Math.min(1, Math.max(0, (v - light) / (dark - light)));
    for (let x = Math.floor((u - 0.025) * width); x < width; x++) {
      picture.data.set([0.16, 0.07, 0.05, 0.62 * depth ** 1.5], (y * width + x) * 4);
    }
  }
  return picture;
}
