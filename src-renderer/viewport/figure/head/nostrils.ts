import { NOSTRIL } from '../colors.ts';
import { march, type Point } from '../sculpt/distance.ts';
import type { Surface } from '../sculpt/surface.ts';
import { headForm } from './form.ts';

const POINTS = 12;
/** Middle of the left nostril, below the nose, and its half axes. */
const AT: Point = [0.0058, -0.04, 0.1145];
const HALF = { width: 0.0026, depth: 0.0042 };
/** Nostrils open downward and a little forward; rays to the skin go the other way. */
const UP: Point = [0, 0.83, -0.5577];
const OVER_SKIN = 0.00025;

/** Paints two nostrils on the underside of the nose. */
export function addNostrils(surface: Surface): void {
  for (const side of [1, -1] as const) {
    const point = (across: number, along: number): number => {
      const x = side * (AT[0] + across + along * 0.18);
      // Square to the rays: forward is also up.
      const from: Point = [x, AT[1] + along * -UP[2], AT[2] + along * UP[1]];
      const way = march(headForm, from, ...UP, 0.05) - OVER_SKIN;
      return surface.vertex(from[0], from[1] + UP[1] * way, from[2] + UP[2] * way, NOSTRIL);
    };
    const rim = Array.from({ length: POINTS }, (_, i) => {
      const angle = (2 * Math.PI * i) / POINTS;
      return point(Math.cos(angle) * HALF.width, Math.sin(angle) * HALF.depth);
    });
    const middle = point(0, 0);
    for (let i = 0; i < POINTS; i++) {
      const [a, b] = [rim[i] ?? 0, rim[(i + 1) % POINTS] ?? 0];
      if (side > 0) surface.triangle(a, b, middle);
      else surface.triangle(b, a, middle);
    }
  }
}
