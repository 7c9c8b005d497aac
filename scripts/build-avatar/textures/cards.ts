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
export function cardTexture(part: Part, source: Picture, colour: Rgb, size: number, strength: number): Picture {
  const picture = blankPicture(size, size, 4);
  const covered = coverage(part, size, 2);
  for (let index = 0; index < size * size; index++) {
    const [u, v] = [((index % size) + 0.5) / size, 1 - (Math.floor(index / size) + 0.5) / size];
    const alpha = covered[index] ? Math.min(1, sample(source, u, v, 3) * strength) : 0;
    picture.data.set([...colour, alpha], index * 4);
  }
  return picture;
}
