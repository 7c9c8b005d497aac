import type { Islands } from '../person/islands.ts';
import type { Person } from '../person/person.ts';
import { ringsFrom, sharedRim } from '../person/rings.ts';
import type { Quad } from '../source/threeJson.ts';
import type { HeadMarks } from './headSkin.ts';

/** What the head's paint needs to know about each vertex. */
export function headMarks(person: Person, islands: Islands): HeadMarks {
  const count = person.base.vertexCount;
  const flags = (quads: readonly Quad[]): Float64Array => {
    const marked = new Float64Array(count);
    for (const { vertices } of quads) for (const vertex of vertices) marked[vertex] = 1;
    return marked;
  };
  const rings = (other: readonly Quad[]): Float64Array =>
    ringsFrom(sharedRim(islands.head, other), islands.head, count);
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
  };
}
