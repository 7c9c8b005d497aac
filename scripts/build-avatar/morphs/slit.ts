import { type Points, pointAt } from '../geometry/points.ts';

/** The two edges of a mouth or an eye as rings of vertices around it, the innermost first. */
export interface Slit {
  /** By ring: vertices above and below the slit, from the subject's right to left. */
  readonly upper: readonly (readonly number[])[];
  readonly lower: readonly (readonly number[])[];
}

/** Sorts the rings about a slit into its upper and its lower edge. `isLower` tells which side a vertex is on. */
export function slitFrom(
  rings: ArrayLike<number>,
  ringCount: number,
  positions: Points,
  isLower: (vertex: number) => boolean,
): Slit {
  const edge = (lower: boolean): number[][] =>
    Array.from({ length: ringCount }, (_, ring) => {
      const vertices: number[] = [];
      for (let vertex = 0; vertex < rings.length; vertex++) {
        if (rings[vertex] === ring && isLower(vertex) === lower) vertices.push(vertex);
      }
      return vertices.sort((a, b) => (positions[a * 3] ?? 0) - (positions[b * 3] ?? 0));
    });
  return { upper: edge(false), lower: edge(true) };
}

/** Height (component 1) or depth (component 2) of an edge at `x`, between its vertices; `undefined` beyond its ends. */
function along(edge: readonly number[], points: Points, x: number, component: 1 | 2): number | undefined {
  for (let i = 1; i < edge.length; i++) {
    const [ax, bx] = [points[(edge[i - 1] ?? 0) * 3] ?? 0, points[(edge[i] ?? 0) * 3] ?? 0];
    if (x < Math.min(ax, bx) || x > Math.max(ax, bx)) continue;
    const t = Math.abs(bx - ax) < 1e-9 ? 0 : (x - ax) / (bx - ax);
    const [a, b] = [
      points[(edge[i - 1] ?? 0) * 3 + component] ?? 0,
      points[(edge[i] ?? 0) * 3 + component] ?? 0,
    ];
    return a + (b - a) * t;
  }
  return undefined;
}

/** Opening of the slit at `x`, seen from the front: below 0 where its edges overlap. */
function gapAt({ upper, lower }: Slit, points: Points, x: number): number | undefined {
  const heights = (edges: readonly (readonly number[])[]): number[] =>
    edges.flatMap((edge) => along(edge, points, x, 1) ?? []);
  const [above, below] = [heights(upper), heights(lower)];
  return above.length > 0 && below.length > 0 ? Math.min(...above) - Math.max(...below) : undefined;
}

export interface Closing {
  /** How far the edges overlap when closed, decimetres. */
  readonly overlap: number;
  /** Where they meet: 0 at the lower edge, 1 at the upper. */
  readonly share: number;
  /** How much of the movement each ring takes, the innermost first. */
  readonly falloff: readonly number[];
}

/** Displacements that close what stays open of a slit in `points`; edges that overlap already are left alone. */
export function closeSlit(slit: Slit, points: Points, { overlap, share, falloff }: Closing): Points {
  const correction = new Float64Array(points.length);
  const ends = slit.upper.flat().map((vertex) => points[vertex * 3] ?? 0);
  const [right, left] = [Math.min(...ends), Math.max(...ends)];
  const move = (edges: readonly (readonly number[])[], part: number): void => {
    edges.forEach((edge, ring) => {
      for (const vertex of edge) {
        const [x] = pointAt(points, vertex);
        const inside = Math.min(left, Math.max(right, x));
        const gap = gapAt(slit, points, inside);
        if (gap === undefined || gap <= -overlap) continue;
        correction[vertex * 3 + 1] = (gap + overlap) * part * (falloff[ring] ?? 0);
      }
    });
  };
  move(slit.upper, share - 1);
  move(slit.lower, share);
  return correction;
}
