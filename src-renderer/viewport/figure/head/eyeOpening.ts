import { SIDES, type Side } from '#shared/body/index.ts';
import { CLAY, LASHES, LID_EDGE } from '../colors.ts';
import type { Surface } from '../sculpt/surface.ts';
import { EYE } from './form.ts';
import { type Block, blockAround, type HeadGrid, loopAround } from './grid.ts';
import { type Curve, edgeOf, fillWithRings } from './patch.ts';

export const EYE_HALF_WIDTH = 0.0136;
const UPPER_HEIGHT = 0.0054;
const LOWER_HEIGHT = 0.0042;
/** The outer corner lies higher than the inner one. */
const TILT = 0.0009;
/** Where lids fold into the socket. */
const FOLD = { width: 0.0178, up: 0.0112, down: 0.0094 };
/** How far the skin turns in between lid and eyeball. */
const THICKNESS = 0.0026;

/** One vertex of a lid: how much of the edge's way it goes when the eye closes (0 at the fold, 1 at the edge). */
export interface LidVertex {
  readonly vertex: number;
  readonly side: Side;
  readonly lid: 'upper' | 'lower';
  readonly share: number;
  /** Of the edge above or below it. */
  readonly angle: number;
}

/** The middle x of an eye. */
export const eyeX = (side: Side): number => (side === 'left' ? EYE[0] : -EYE[0]);

/** Height of the open eye's edge over the middle of the eye. `u` runs from -1 (nose) to 1 (temple). */
export function lidEdge(lid: 'upper' | 'lower', u: number): number {
  const across = Math.min(1, Math.abs(u));
  const tilt = TILT * u;
  return lid === 'upper'
    ? tilt + UPPER_HEIGHT * (1 - across ** 2.4) ** 0.8
    : tilt - LOWER_HEIGHT * (1 - across ** 2.2) ** 0.9;
}

function foldCurve(side: Side): Curve {
  return {
    x: (angle) => eyeX(side) + Math.cos(angle) * FOLD.width,
    y: (angle) => EYE[1] + Math.sin(angle) * (Math.sin(angle) > 0 ? FOLD.up : FOLD.down),
    bands: 2,
    color: CLAY,
  };
}

function edgeCurve(side: Side): Curve {
  const outward = side === 'left' ? 1 : -1;
  return {
    x: (angle) => eyeX(side) + Math.cos(angle) * EYE_HALF_WIDTH,
    y: (angle) => EYE[1] + lidEdge(Math.sin(angle) >= 0 ? 'upper' : 'lower', Math.cos(angle) * outward),
    bands: LID_BANDS,
    color: CLAY,
  };
}

const LID_BANDS = 5;

/** Where the eyes will be cut into the grid. */
export function eyeBlock(surface: Surface, grid: HeadGrid, side: Side): Block {
  const middle = eyeX(side);
  return blockAround(surface, grid, {
    x: [middle - 0.019, middle + 0.019],
    y: [EYE[1] - 0.0125, EYE[1] + 0.0145],
  });
}

/** Cuts both eyes, with lids that can close. */
export function cutEyes(
  surface: Surface,
  grid: HeadGrid,
  blocks: Readonly<Record<Side, Block>>,
): LidVertex[] {
  return SIDES.flatMap((side) => {
    const loop = loopAround(grid, blocks[side]);
    const center = [eyeX(side), EYE[1], EYE[2]] as const;
    const rings = fillWithRings(surface, loop, center, [foldCurve(side), edgeCurve(side)]);
    const lids = rings.slice(-LID_BANDS - 1);
    const edge = lids.at(-1);
    if (!edge) return [];
    for (const vertex of edge.vertices) surface.colors.splice(vertex * 3, 3, ...LASHES);
    const inside = edge.vertices.map((vertex) => {
      const inward =
        THICKNESS / Math.hypot(surface.x(vertex) - center[0], surface.y(vertex) - center[1], 0.02);
      const toCenter = (value: number, middle: number): number => value + (middle - value) * inward;
      return surface.vertex(
        toCenter(surface.x(vertex), center[0]),
        toCenter(surface.y(vertex), center[1]),
        surface.z(vertex) - THICKNESS,
        LID_EDGE,
      );
    });
    surface.band(edge.vertices, inside);
    return [...lids.map((ring) => ring.vertices), inside].flatMap((vertices, ring) =>
      vertices.flatMap((vertex, i) => {
        const angle = edge.angles[i] ?? 0;
        const lid = edgeOf(angle);
        const share = Math.min(1, ring / LID_BANDS);
        return lid === 'corner' || share === 0 ? [] : [{ vertex, side, lid, share, angle }];
      }),
    );
  });
}
