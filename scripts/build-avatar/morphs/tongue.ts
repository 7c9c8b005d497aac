import {
  type Points,
  pointAt,
  rotate,
  setPoint,
  smoothstep,
  subtract,
  type Vec3,
} from '../geometry/points.ts';
import { TONGUE } from './masks.ts';

/** Where along the tongue a vertex lies: 0 at the root, 1 at the tip. */
interface OnTongue {
  readonly along: number;
  readonly point: Vec3;
  /** The tongue's middle at its root and its tip. */
  readonly root: Vec3;
  readonly tip: Vec3;
}

/** Angle of a bend that grows from the root to the tip, radians, about the x axis: positive lowers the tip. */
function bend({ along, point, root }: OnTongue, angle: number, from = 0): Vec3 {
  const share = smoothstep(from, 1, along);
  const pivot: Vec3 = [0, root[1], root[2] + (point[2] - root[2]) * from];
  const arm = subtract(point, pivot);
  return subtract(rotate(arm, [1, 0, 0], angle * share), arm);
}

function swing({ along, point, root }: OnTongue, angle: number, from = 0): Vec3 {
  const arm = subtract(point, [0, root[1], root[2]]);
  return subtract(rotate(arm, [0, 1, 0], angle * smoothstep(from, 1, along)), arm);
}

/** Displacements at weight 1, decimetres. Left is the subject's left, +X. */
const MOVES = {
  /** Over the lower teeth, then down over the lip. */
  out: ({ along, point }) => [
    -0.14 * point[0] * along,
    0.035 * Math.exp(-(((along - 0.62) / 0.28) ** 2)) - 0.07 * along ** 4,
    0.46 * along ** 1.3,
  ],
  in: ({ along }) => [0, 0.02 * along, -0.16 * along],
  extend: ({ along }) => [0, 0, 0.28 * along],
  up: (at) => bend(at, -0.38),
  down: (at) => bend(at, 0.2),
  left: (at) => swing(at, 0.35),
  right: (at) => swing(at, -0.35),
  tipUp: (at) => bend(at, -0.75, 0.55),
  tipDown: (at) => bend(at, 0.55, 0.55),
  tipLeft: (at) => swing(at, 0.3, 0.55),
  tipRight: (at) => swing(at, -0.3, 0.55),
  midUp: ({ along }) => [0, 0.11 * Math.exp(-(((along - 0.5) / 0.28) ** 2)), 0],
  wide: ({ along, point }) => [point[0] * 0.3 * along, -0.008 * along, 0],
  narrow: ({ along, point }) => [-point[0] * 0.38 * along, 0.01 * along, 0.02 * along],
  roll: ({ along, point }) => [-point[0] * 0.3 * along, 2.6 * point[0] ** 2 * along, 0],
  curlUp: (at) => bend(at, -1.2, 0.45),
  curlDown: (at) => bend(at, 0.8, 0.5),
  enlarge: ({ along, point, root }) => [point[0] * 0.2, (point[1] - root[1]) * 0.2, 0.04 * along],
  twistLeft: ({ along, point, root }) => turnAbout(point, root, 0.7 * along),
  twistRight: ({ along, point, root }) => turnAbout(point, root, -0.7 * along),
  raise: ({ along }) => [0, 0.07 * smoothstep(0, 0.7, along), 0.02 * along],
  lower: ({ along }) => [0, -0.05 * smoothstep(0, 0.7, along), -0.03 * along],
} satisfies Record<string, (at: OnTongue) => Vec3>;

export type TongueMove = keyof typeof MOVES;

function turnAbout(point: Vec3, root: Vec3, angle: number): Vec3 {
  const arm = subtract(point, [0, root[1], point[2]]);
  return subtract(rotate(arm, [0, 0, 1], angle), arm);
}

/** A movement as displacements of the base mesh's tongue helper; all other vertices stay. */
export function tongueField(positions: Points, move: TongueMove): Points {
  const field = new Float64Array(positions.length);
  const vertices = Array.from({ length: TONGUE[1] - TONGUE[0] + 1 }, (_, i) => TONGUE[0] + i);
  const depths = vertices.map((vertex) => positions[vertex * 3 + 2] ?? 0);
  const [back, front] = [Math.min(...depths), Math.max(...depths)];
  const heightAt = (depth: number): number => {
    const near = vertices.filter((vertex) => Math.abs((positions[vertex * 3 + 2] ?? 0) - depth) < 0.08);
    return near.reduce((sum, vertex) => sum + (positions[vertex * 3 + 1] ?? 0), 0) / Math.max(1, near.length);
  };
  const root: Vec3 = [0, heightAt(back), back];
  const tip: Vec3 = [0, heightAt(front), front];
  for (const vertex of vertices) {
    const point = pointAt(positions, vertex);
    const along = (point[2] - back) / (front - back);
    setPoint(field, vertex, MOVES[move]({ along, point, root, tip }));
  }
  return field;
}
