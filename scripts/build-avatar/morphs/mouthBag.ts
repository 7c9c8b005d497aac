import { type Points, pointAt, scale, setPoint, smoothstep, type Vec3 } from '../geometry/points.ts';
import { islandsOf } from '../person/islands.ts';
import type { Person } from '../person/person.ts';
import { ringsFrom, sharedRim } from '../person/rings.ts';

/** Rings of vertices, counted inward from the lips: from where to where the bag narrows, and leaves the lips' movement. */
const NARROWING = [0.3, 3.5] as const;
const LEAVING = [3.5, 6] as const;
/** How much narrower than the source's the bag is: its sides must stay inside the cheeks when the jaw draws these in. */
const NARROWER = 0.26;
/** How far its corners are drawn back from the mouth's, decimetres, for the same reason. */
const DEEPER = 0.115;
/** Height of the bag's floor and roof beside the teeth, and depth of throat and teeth, decimetres. */
const [FLOOR, ROOF] = [6.16, 6.32];
const [THROAT, TEETH] = [0.5, 0.95];

type Body = Pick<Person, 'base' | 'body'>;

/** How far inside the mouth each vertex lies, from 0 (lips, and all that is no mouth) to 1, over a range of rings. */
function depths(
  { base, body }: Body,
  positions: Points,
  [from, to]: readonly [number, number],
): Float64Array {
  const islands = islandsOf(body, positions);
  const rings = ringsFrom(sharedRim(islands.head, islands.mouthBag), islands.mouthBag, base.vertexCount);
  return rings.map((ring) => (Number.isFinite(ring) ? smoothstep(from, to, ring) : 0));
}

/** Draws the bag's sides in and its corners back, in place. */
export function narrowMouthBag(person: Body, positions: Points): void {
  depths(person, positions, NARROWING).forEach((depth, vertex) => {
    const [x, y, z] = pointAt(positions, vertex);
    const corner = smoothstep(0.12, 0.2, Math.abs(x)) * smoothstep(0, 0.2, depth);
    setPoint(positions, vertex, [x * (1 - NARROWER * depth), y, z - DEEPER * corner]);
  });
}

/** Makes the bag's floor follow the jaw, `carried` giving the jaw's movement of a point; roof and throat stay. */
export function carryMouthBag(person: Person, target: Points, carried: (point: Vec3) => Vec3): void {
  depths(person, person.positions, LEAVING).forEach((depth, vertex) => {
    if (depth === 0) return;
    const point = pointAt(person.positions, vertex);
    const share = smoothstep(ROOF, FLOOR, point[1]) * smoothstep(THROAT, TEETH, point[2]);
    const own = pointAt(target, vertex);
    const jaw = scale(carried(point), share);
    setPoint(target, vertex, [
      own[0] + (jaw[0] - own[0]) * depth,
      own[1] + (jaw[1] - own[1]) * depth,
      own[2] + (jaw[2] - own[2]) * depth,
    ]);
  });
}
