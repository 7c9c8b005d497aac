import { march, type Point } from '../sculpt/distance.ts';
import type { Surface } from '../sculpt/surface.ts';
import { headForm } from './form.ts';

const FRONT = 0.16;

/** The z of the skin seen from the front. */
export function frontOf(x: number, y: number): number {
  return FRONT - march(headForm, [x, y, FRONT], 0, 0, -1, 0.3);
}

/** A closed curve on the front of the face. Angle 0 points to +x, a quarter turn up. */
export interface Curve {
  x(angle: number): number;
  y(angle: number): number;
  /** Bands of quads between the curve before and this one. */
  readonly bands: number;
  readonly color: Point;
}

/** One ring of a patch: its vertices, with the angle of each. */
export interface Ring {
  readonly vertices: readonly number[];
  readonly angles: readonly number[];
}

/**
 * Fills the hole inside a loop of vertices with rings that narrow from curve to curve, down to an opening, so that
 * edges run around the eye or the mouth as its muscles do.
 * @param loop counter-clockwise seen from the front
 * @returns the rings from the outermost new one to the opening's edge
 */
export function fillWithRings(
  surface: Surface,
  loop: readonly number[],
  center: Point,
  curves: readonly Curve[],
): Ring[] {
  const angles = anglesOf(surface, loop, center);
  const rings: Ring[] = [];
  let from = loop.map((vertex) => [surface.x(vertex), surface.y(vertex)] as const);
  let outer = loop;
  for (const curve of curves) {
    const to = angles.map((angle) => [curve.x(angle), curve.y(angle)] as const);
    for (let band = 1; band <= curve.bands; band++) {
      const share = band / curve.bands;
      const vertices = to.map(([toX, toY], i) => {
        const [fromX, fromY] = from[i] ?? [toX, toY];
        const x = fromX + (toX - fromX) * share;
        const y = fromY + (toY - fromY) * share;
        return surface.vertex(x, y, frontOf(x, y), curve.color);
      });
      surface.band(outer, vertices);
      rings.push({ vertices, angles });
      outer = vertices;
    }
    from = to;
  }
  return rings;
}

/** The angle of each vertex around the center; the two nearest to the corners get a corner's angle exactly. */
function anglesOf(surface: Surface, loop: readonly number[], center: Point): number[] {
  const width = Math.max(...loop.map((vertex) => Math.abs(surface.x(vertex) - center[0])));
  const height = Math.max(...loop.map((vertex) => Math.abs(surface.y(vertex) - center[1])));
  const angles = loop.map((vertex) => {
    const angle = Math.atan2(
      (surface.y(vertex) - center[1]) / height,
      (surface.x(vertex) - center[0]) / width,
    );
    return angle < 0 ? angle + 2 * Math.PI : angle;
  });
  for (const corner of [0, Math.PI]) {
    const away = angles.map((angle) => Math.abs(Math.sin((angle - corner) / 2)));
    angles[away.indexOf(Math.min(...away))] = corner;
  }
  return angles;
}

/** Whether an angle lies on the upper edge of an opening; its corners lie on neither. */
export function edgeOf(angle: number): 'upper' | 'lower' | 'corner' {
  const height = Math.sin(angle);
  if (Math.abs(height) < 1e-9) return 'corner';
  return height > 0 ? 'upper' : 'lower';
}
