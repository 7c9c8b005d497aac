import { blankPicture, type Picture } from './picture.ts';

/**
 * Tangent-space normals (glTF: green upwards) of a height field. `heights` and `steps` (width and height of each texel on
 * the surface) share one unit of length.
 */
export function normalMap(heights: Float32Array, steps: Float32Array, size: number): Picture {
  const picture = blankPicture(size, size, 3);
  const at = (x: number, y: number): number =>
    heights[Math.min(size - 1, Math.max(0, y)) * size + Math.min(size - 1, Math.max(0, x))] ?? 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const index = y * size + x;
      const across = (at(x + 1, y) - at(x - 1, y)) / (2 * Math.max(1e-6, steps[index * 2] ?? 1));
      const down = (at(x, y + 1) - at(x, y - 1)) / (2 * Math.max(1e-6, steps[index * 2 + 1] ?? 1));
      const size3 = Math.hypot(across, down, 1);
      picture.data[index * 3] = 0.5 - across / size3 / 2;
      picture.data[index * 3 + 1] = 0.5 + down / size3 / 2;
      picture.data[index * 3 + 2] = 0.5 + 1 / size3 / 2;
    }
  }
  return picture;
}
