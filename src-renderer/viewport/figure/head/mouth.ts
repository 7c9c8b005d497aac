import { CLAY, LIP, MOUTH_LINING, THROAT } from '../colors.ts';
import type { Point } from '../sculpt/distance.ts';
import type { Surface } from '../sculpt/surface.ts';
import { MOUTH, MOUTH_HALF_WIDTH } from './form.ts';
import { type Block, blockAround, type HeadGrid, loopAround } from './grid.ts';
import { type Curve, edgeOf, fillWithRings, type Ring } from './patch.ts';

const [, SEAM_Y, SEAM_Z] = MOUTH;

export function mouthBlock(surface: Surface, grid: HeadGrid): Block {
  return blockAround(surface, grid, {
    x: [-MOUTH_HALF_WIDTH - 0.009, MOUTH_HALF_WIDTH + 0.009],
    y: [SEAM_Y - 0.0155, SEAM_Y + 0.0135],
  });
}

/** The border of the red of the lips, with the bow of the upper one. */
const outline: Curve = {
  x: (angle) => Math.cos(angle) * (MOUTH_HALF_WIDTH + 0.0012),
  y: (angle) => {
    const u = Math.abs(Math.cos(angle));
    const bow = 0.0072 + 0.001 * Math.exp(-(((u - 0.26) / 0.16) ** 2));
    const height = Math.sin(angle) > 0 ? bow * (1 - u ** 2.2) ** 0.9 : -0.0104 * (1 - u ** 2.2);
    return seamY(Math.cos(angle)) + height;
  },
  bands: 3,
  color: CLAY,
};

/** The lips' edges turn in and cross by this much at rest, so that a small movement does not part them. */
const OVERLAP = { up: 0.0006, back: 0.0022 };

const seam: Curve = {
  x: (angle) => Math.cos(angle) * MOUTH_HALF_WIDTH,
  y: (angle) => seamY(Math.cos(angle)),
  bands: 4,
  color: LIP,
};

function seamY(u: number): number {
  return SEAM_Y - 0.0009 * u * u - 0.0005 * Math.exp(-((u / 0.2) ** 2));
}

/** The inside of the lips and of the mouth: rings further in, each so far behind the seam and so far open. */
const LINING: readonly { back: number; open: number; narrow: number; color: Point }[] = [
  { back: 0.0025, open: 0.0006, narrow: 1, color: LIP },
  { back: 0.006, open: 0.004, narrow: 1, color: MOUTH_LINING },
  { back: 0.0085, open: 0.011, narrow: 1.02, color: MOUTH_LINING },
  { back: 0.022, open: 0.013, narrow: 0.98, color: MOUTH_LINING },
  { back: 0.038, open: 0.011, narrow: 0.8, color: THROAT },
  { back: 0.046, open: 0.002, narrow: 0.3, color: THROAT },
];

/** A vertex of the lips or the mouth's inside: part of the upper or the lower half, corners of neither. */
export interface MouthVertex {
  readonly vertex: number;
  readonly half: 'upper' | 'lower' | 'corner';
}

/** Cuts the mouth: a seam between two lips, and the cavity behind it. */
export function cutMouth(surface: Surface, grid: HeadGrid, block: Block): MouthVertex[] {
  const rings = fillWithRings(surface, loopAround(grid, block), MOUTH, [outline, seam]);
  const edge = rings.at(-1);
  if (!edge) return [];
  for (const [i, vertex] of edge.vertices.entries()) {
    const height = Math.sin(edge.angles[i] ?? 0);
    surface.positions[vertex * 3 + 1] = surface.y(vertex) - OVERLAP.up * height;
    surface.positions[vertex * 3 + 2] = surface.z(vertex) - OVERLAP.back * Math.sqrt(Math.abs(height));
  }
  const lining = lineMouth(surface, edge);
  return [...rings.slice(-seam.bands - 1), ...lining].flatMap(({ vertices, angles }) =>
    vertices.map((vertex, i) => ({ vertex, half: edgeOf(angles[i] ?? 0) })),
  );
}

function lineMouth(surface: Surface, edge: Ring): Ring[] {
  let outer = edge.vertices;
  const rings = LINING.map(({ back, open, narrow, color }) => {
    const vertices = edge.vertices.map((vertex, i) => {
      const angle = edge.angles[i] ?? 0;
      // Corners stay further back, as the teeth behind them do.
      const z = Math.min(surface.z(vertex), SEAM_Z) - back;
      return surface.vertex(surface.x(vertex) * narrow, surface.y(vertex) + Math.sin(angle) * open, z, color);
    });
    surface.band(outer, vertices);
    outer = vertices;
    return { vertices, angles: edge.angles };
  });
  const middle = surface.vertex(0, SEAM_Y, SEAM_Z - 0.047, THROAT);
  for (let i = 0; i < outer.length; i++) {
    surface.triangle(outer[i] ?? 0, outer[(i + 1) % outer.length] ?? 0, middle);
  }
  return [...rings, { vertices: [middle], angles: [0] }];
}
