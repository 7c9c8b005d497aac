import { type Points, pointAt } from '../geometry/points.ts';
import { smoothField } from '../geometry/topology.ts';
import type { Islands } from '../person/islands.ts';
import type { Person } from '../person/person.ts';
import { ringsFrom, sharedRim } from '../person/rings.ts';
import type { Quad } from '../source/threeJson.ts';
import type { HeadMarks } from './headSkin.ts';

/** Skin with hair closer than this is scalp, decimetres. */
const SCALP_REACH = 0.11;

/** What the head's paint needs to know about each vertex. */
export function headMarks(person: Person, islands: Islands, hair: Points | readonly number[]): HeadMarks {
  const count = person.base.vertexCount;
  const flags = (quads: readonly Quad[]): Float64Array => {
    const marked = new Float64Array(count);
    for (const { vertices } of quads) for (const vertex of vertices) marked[vertex] = 1;
    return marked;
  };
  const rings = (other: readonly Quad[]): Float64Array => ringsFrom(sharedRim(islands.head, other), islands.head, count);
  const [left, right] = [rings(islands.leftSocket), rings(islands.rightSocket)];
  const inner = (quads: readonly Quad[]): Float64Array => {
    const marked = flags(quads);
    for (const vertex of sharedRim(islands.head, quads)) marked[vertex] = 0.4;
    return marked;
  };
  return {
    lipRing: rings(islands.mouthBag),
    lidRing: left.map((ring, vertex) => Math.min(ring, right[vertex] ?? ring)),
    mouthBag: inner(islands.mouthBag),
    socket: flags([...islands.leftSocket, ...islands.rightSocket]),
    scalp: smoothField(underHair(person, islands, hair), 1, person.neighbours, { steps: 2 }),
    brow: new Float64Array(count),
  };
}

function underHair(person: Person, islands: Islands, hair: ArrayLike<number>): Float64Array {
  const near = new Float64Array(person.base.vertexCount);
  for (const vertex of new Set(islands.head.flatMap(({ vertices }) => [...vertices]))) {
    const [x, y, z] = pointAt(person.positions, vertex);
    for (let other = 0; other < hair.length && !near[vertex]; other += 3) {
      const distance = Math.hypot((hair[other] ?? 0) - x, (hair[other + 1] ?? 0) - y, (hair[other + 2] ?? 0) - z);
      if (distance < SCALP_REACH) near[vertex] = 1;
    }
  }
  return near;
}
