import type { Points } from '../geometry/points.ts';
import { islandsOf } from '../person/islands.ts';
import type { Person } from '../person/person.ts';
import { ringsFrom, sharedRim } from '../person/rings.ts';
import type { Quad } from '../source/threeJson.ts';
import { type Closing, type Slit, slitFrom } from './slit.ts';

/** Rings of vertices that make up the lips and the lids, counted from the line where the texture is cut. */
const LIP_RINGS = 9;
const LID_RINGS = 7;

/** Lips meet in the middle and press a little; skin further out follows less. */
export const LIPS_TOGETHER: Closing = {
  overlap: 0.012,
  share: 0.5,
  falloff: [1, 1, 1, 0.9, 0.75, 0.55, 0.35, 0.2, 0.1],
};

/** Lids meet close to the lower one: the upper lid does the way. */
export const LIDS_TOGETHER: Closing = {
  overlap: 0.012,
  share: 0.12,
  falloff: [0, 0.6, 1, 1, 0.8, 0.4, 0.15],
};

export interface Slits {
  readonly mouth: Slit;
  readonly eyes: { readonly L: Slit; readonly R: Slit };
}

/** Vertices of the lower lip drop further than this when the mouth opens, decimetres. */
const LOWER_LIP_DROP = -0.12;

export function findSlits(person: Pick<Person, 'base' | 'body' | 'unit'>, positions: Points): Slits {
  const islands = islandsOf(person.body, positions);
  const rings = (other: readonly Quad[]): Float64Array =>
    ringsFrom(sharedRim(islands.head, other), islands.head, person.base.vertexCount);
  const opened = person.unit('mouth-open');
  const drops = (vertex: number): boolean => (opened[vertex * 3 + 1] ?? 0) < LOWER_LIP_DROP;
  const eye = (socket: readonly Quad[]): Slit => {
    const around = rings(socket);
    const rim = [...around.keys()].filter((vertex) => around[vertex] === 0);
    const middle = rim.reduce((sum, vertex) => sum + (positions[vertex * 3 + 1] ?? 0), 0) / rim.length;
    // The corners lie lower towards the temple: the line between them divides the lids.
    return slitFrom(around, LID_RINGS, positions, (vertex) => (positions[vertex * 3 + 1] ?? 0) < middle);
  };
  return {
    mouth: slitFrom(rings(islands.mouthBag), LIP_RINGS, positions, drops),
    eyes: { L: eye(islands.leftSocket), R: eye(islands.rightSocket) },
  };
}
