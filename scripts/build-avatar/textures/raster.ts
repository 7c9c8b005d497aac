import { length, type Points, pointAt, subtract, type Vec3 } from '../geometry/points.ts';

/** What is to be drawn into a texture: triangles with texture coordinates and values at their corners. */
export interface Drawing {
  readonly triangles: ArrayLike<number>;
  /** u v interleaved, v upwards. */
  readonly uvs: ArrayLike<number>;
  readonly positions: Points;
}

/** One texel of a drawing: the corners' vertices and their shares, for interpolating whatever the vertices carry. */
export interface Texel {
  readonly index: number;
  readonly corners: readonly [number, number, number];
  readonly shares: readonly [number, number, number];
  /** Width and height of the texel on the surface, in the unit of the positions. */
  readonly step: readonly [number, number];
}

/** Visits every texel of a square texture whose centre, or nearly so, a triangle covers. */
export function rasterise(drawing: Drawing, size: number, visit: (texel: Texel) => void): void {
  for (let t = 0; t < drawing.triangles.length; t += 3) {
    const corners = [0, 1, 2].map((k) => drawing.triangles[t + k] ?? 0) as [number, number, number];
    rasteriseTriangle(drawing, corners, size, visit);
  }
}

/** Texels this far outside a triangle (in shares) are drawn too, so that no gaps stay between neighbours. */
const SLACK = 1e-4;

function rasteriseTriangle(
  { uvs, positions }: Drawing,
  corners: readonly [number, number, number],
  size: number,
  visit: (texel: Texel) => void,
): void {
  const [ax, ay, bx, by, cx, cy] = corners.flatMap((corner) => [
    (uvs[corner * 2] ?? 0) * size - 0.5,
    (1 - (uvs[corner * 2 + 1] ?? 0)) * size - 0.5,
  ]) as [number, number, number, number, number, number];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < 1e-9) return;
  const step = texelStep(positions, corners, [bx - ax, by - ay, cx - ax, cy - ay], area);
  const [left, right] = [
    Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.01)),
    Math.min(size - 1, Math.max(ax, bx, cx) + 0.01),
  ];
  const [top, bottom] = [
    Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.01)),
    Math.min(size - 1, Math.max(ay, by, cy) + 0.01),
  ];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const b = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area;
      const c = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area;
      const a = 1 - b - c;
      if (a < -SLACK || b < -SLACK || c < -SLACK) continue;
      visit({ index: y * size + x, corners, shares: [a, b, c], step });
    }
  }
}

/** Lengths on the surface of one texel's width and height. */
function texelStep(
  positions: Points,
  [a, b, c]: readonly [number, number, number],
  [ux, uy, vx, vy]: readonly [number, number, number, number],
  area: number,
): readonly [number, number] {
  const e = subtract(pointAt(positions, b), pointAt(positions, a));
  const f = subtract(pointAt(positions, c), pointAt(positions, a));
  const along = (p: number, q: number): Vec3 => [
    (e[0] * p + f[0] * q) / area,
    (e[1] * p + f[1] * q) / area,
    (e[2] * p + f[2] * q) / area,
  ];
  return [length(along(vy, -uy)), length(along(-vx, ux))];
}

/** Mix of what the corners carry: `width` interleaved values a vertex, component `k`. */
export function mixAt(values: ArrayLike<number>, { corners, shares }: Texel, width = 1, k = 0): number {
  return (
    (values[corners[0] * width + k] ?? 0) * shares[0] +
    (values[corners[1] * width + k] ?? 0) * shares[1] +
    (values[corners[2] * width + k] ?? 0) * shares[2]
  );
}

export function mixPoint(points: ArrayLike<number>, texel: Texel): Vec3 {
  return [mixAt(points, texel, 3, 0), mixAt(points, texel, 3, 1), mixAt(points, texel, 3, 2)];
}

/**
 * Fills texels that no triangle covered from their nearest covered neighbours, `steps` texels far: filters and smaller
 * levels of detail then blend with the same colour, not with black.
 */
export function bleed(
  data: Float32Array,
  channels: number,
  covered: Uint8Array,
  size: number,
  steps: number,
): void {
  let known = covered;
  for (let step = 0; step < steps; step++) {
    const next = known.slice();
    for (let index = 0; index < size * size; index++) {
      if (known[index]) continue;
      const [x, y] = [index % size, Math.floor(index / size)];
      const around = [
        x > 0 && index - 1,
        x < size - 1 && index + 1,
        y > 0 && index - size,
        y < size - 1 && index + size,
      ].filter((other): other is number => other !== false && known[other] === 1);
      if (around.length === 0) continue;
      for (let k = 0; k < channels; k++) {
        data[index * channels + k] =
          around.reduce((sum, other) => sum + (data[other * channels + k] ?? 0), 0) / around.length;
      }
      next[index] = 1;
    }
    known = next;
  }
}
