import { SIDES, type Side } from '#shared/body/index.ts';
import type { Point } from '../sculpt/distance.ts';
import { MOUTH, MOUTH_HALF_WIDTH } from './form.ts';
import type { HeadMesh } from './headMesh.ts';
import { openedJaw } from './jaw.ts';
import { shutLid } from './lids.ts';
import { PULLS, type Pull, pullAt } from './pulls.ts';
import { type Tissue, tissueOf } from './tissue.ts';

/** Names of morph targets that are no ARKit coefficients: the lids, which several coefficients move together. */
export const LID_MORPHS = {
  left: { upper: 'upperLidLeft', lower: 'lowerLidLeft' },
  right: { upper: 'upperLidRight', lower: 'lowerLidRight' },
} as const;

/** Where a morph target at 1 moves a vertex, from where it rests. */
type Displacement = (vertex: number) => Point;

const [, SEAM] = MOUTH;
const STILL: Point = [0, 0, 0];
const JAW_FORWARD: Point = [0, -0.0006, 0.0065];
const JAW_LEFT: Point = [0.0065, 0, -0.0008];
const JAW_RIGHT: Point = [-0.0065, 0, -0.0008];
const TONGUE_OUT: Point = [0, 0.0065, 0.033];
/** Of the way between lips that the jaw has parted, the upper one goes this share to close them. */
const UPPER_SHARE = 0.18;
/** The skin around the lips follows them when they close, out to about this far. */
const CLOSE_REACH = { beside: 0.028, above: 0.028, lip: 0.006 };

const scaled = ([x, y, z]: Point, by: number): Point => [x * by, y * by, z * by];

/** Every morph target of the head by name. */
export function displacements(mesh: HeadMesh): Map<string, Displacement> {
  const tissue = tissueOf(mesh);
  const withJaw = (move: (vertex: number) => Point): Displacement => {
    return (vertex) => scaled(move(vertex), tissue.jaw[vertex] ?? 0);
  };
  return new Map<string, Displacement>([
    ['jawOpen', withJaw((vertex) => opening(mesh, vertex))],
    ['jawForward', withJaw(() => JAW_FORWARD)],
    ['jawLeft', withJaw(() => JAW_LEFT)],
    ['jawRight', withJaw(() => JAW_RIGHT)],
    ['mouthClose', (vertex) => closing(mesh, tissue, vertex)],
    ['tongueOut', (vertex) => tongueOut(mesh, vertex)],
    ...[...PULLS].map(([name, pulls]): [string, Displacement] => [
      name,
      (vertex) => pulled(mesh, tissue, pulls, vertex),
    ]),
    ...SIDES.flatMap((side) => [lidShutting(mesh, side, 'upper'), lidShutting(mesh, side, 'lower')]),
  ]);
}

/** The way of a vertex that goes with the jaw wholly. */
function opening({ surface }: HeadMesh, vertex: number): Point {
  const [x, y, z] = [surface.x(vertex), surface.y(vertex), surface.z(vertex)];
  const [openX, openY, openZ] = openedJaw(x, y, z);
  return [openX - x, openY - y, openZ - z];
}

/** Brings the lips together again that the jaw has parted. */
function closing(mesh: HeadMesh, { jaw, soft }: Tissue, vertex: number): Point {
  const { surface } = mesh;
  const { beside: besideReach, above: aboveReach, lip } = CLOSE_REACH;
  const beside = Math.max(0, Math.abs(surface.x(vertex)) - MOUTH_HALF_WIDTH) / besideReach;
  const above = Math.max(0, Math.abs(surface.y(vertex) - SEAM) - lip) / aboveReach;
  const near = (soft[vertex] ?? 0) * Math.exp(-beside * beside - above * above);
  return scaled(opening(mesh, vertex), near * (UPPER_SHARE - (jaw[vertex] ?? 0)));
}

/** The tip comes out, the root stays. */
function tongueOut({ surface, rigid }: HeadMesh, vertex: number): Point {
  const tongue = rigid.find(({ part }) => part === 'tongue');
  if (!tongue || vertex < tongue.first || vertex >= tongue.end) return STILL;
  return scaled(TONGUE_OUT, Math.min(1, Math.max(0, (surface.z(vertex) - 0.04) / 0.03)));
}

function pulled({ surface }: HeadMesh, { soft, lip }: Tissue, pulls: readonly Pull[], vertex: number): Point {
  let [x, y, z] = STILL;
  for (const pull of pulls) {
    const upper = ((lip[vertex] ?? 0) + 1) / 2;
    const side = pull.half === undefined ? 1 : pull.half === 'upper' ? upper : 1 - upper;
    const near = pullAt(pull, surface.x(vertex), surface.y(vertex), surface.z(vertex));
    const share = near * side * (soft[vertex] ?? 0);
    x += pull.move[0] * share;
    y += pull.move[1] * share;
    z += pull.move[2] * share;
  }
  return [x, y, z];
}

function lidShutting(mesh: HeadMesh, side: Side, lid: 'upper' | 'lower'): [string, Displacement] {
  const { surface, lids } = mesh;
  const own = new Map(
    lids.filter((each) => each.side === side && each.lid === lid).map((each) => [each.vertex, each]),
  );
  return [
    LID_MORPHS[side][lid],
    (vertex) => {
      const skin = own.get(vertex);
      if (!skin) return STILL;
      const [x, y, z] = shutLid(surface, skin);
      return [x - surface.x(vertex), y - surface.y(vertex), z - surface.z(vertex)];
    },
  ];
}
