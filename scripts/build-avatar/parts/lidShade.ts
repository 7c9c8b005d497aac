import {
  add,
  normalise,
  type Points,
  pointAt,
  scale,
  setPoint,
  subtract,
  type Vec3,
} from '../geometry/points.ts';
import type { Sphere } from '../geometry/sphere.ts';
import { findSlits } from '../morphs/slits.ts';
import type { Person } from '../person/person.ts';
import { SKELETON } from '../person/skeleton.ts';
import type { Eyeballs } from './eyes.ts';
import type { Face, Morphs, Shape } from './shape.ts';

/** Where in the lashes' picture the shade's gradient lies, v from light to dark. */
export const SHADE_PLACE = { u: 0.97, light: 0.03, dark: 0.12 } as const;
/** The ring of lid vertices from which the shade falls. */
const RING = 2;
/** Width of the shade on the eyeball under the upper and the lower lid, and its height above the ball, decimetres. */
const WIDTH = { upper: 0.036, lower: 0.012 } as const;
const CLEARANCE = 0.004;

/**
 * The lashes with a soft shade that the lids throw on the eyeballs: a strip that hangs on the lids' edges and lies on the
 * ball. Without it eyes look painted on, since nothing else darkens the white under the lid.
 */
export function withLidShade(lashes: Shape, person: Person, eyes: Eyeballs, morphs: Morphs): Shape {
  const slits = findSlits(person, person.positions);
  const positions = Array.from(lashes.positions);
  const uvs = Array.from(lashes.uvs);
  const faces: Face[] = [...lashes.faces];
  /** Lid vertex that each vertex of the strip follows. */
  const follows: number[] = [];
  const dark = uvs.length / 2;
  uvs.push(SHADE_PLACE.u, SHADE_PLACE.dark, SHADE_PLACE.u, SHADE_PLACE.light);
  for (const side of ['L', 'R'] as const) {
    for (const lid of ['upper', 'lower'] as const) {
      const edge = slits.eyes[side][lid][RING] ?? [];
      const towards = lid === 'upper' ? -1 : 1;
      edge.forEach((vertex, i) => {
        const here = positions.length / 3;
        const start = pointAt(person.positions, vertex);
        // The strip narrows to nothing in the corners.
        const share = Math.sin((Math.PI * (i + 0.5)) / edge.length);
        const end: Vec3 = [start[0], start[1] + towards * WIDTH[lid] * share, start[2]];
        positions.push(...onBall(eyes[side], start), ...onBall(eyes[side], end));
        follows.push(vertex, vertex);
        if (i === 0) return;
        const strip = [here - 2, here, here + 1, here - 1];
        const corners = [dark, dark, dark + 1, dark + 1];
        const outward = (lid === 'upper') === true;
        faces.push({
          vertices: outward ? strip : strip.toReversed(),
          uvs: outward ? corners : corners.toReversed(),
        });
      });
    }
  }
  const first = lashes.positions.length / 3;
  return {
    positions: Float64Array.from(positions),
    uvs: Float64Array.from(uvs),
    faces,
    weights: headWeights(lashes.weights, follows.length),
    morphs: new Map(
      [...lashes.morphs].map(([name, delta]): [string, Points] => {
        const lids = morphs.get(name) ?? new Float64Array(0);
        const grown = new Float64Array(positions.length);
        grown.set(delta);
        follows.forEach((vertex, i) => {
          const start = pointAt(Float64Array.from(positions.slice((first + i) * 3, (first + i) * 3 + 3)), 0);
          const moved = add(start, pointAt(lids, vertex));
          const ball = eyes[start[0] > 0 ? 'L' : 'R'];
          const still = Math.hypot(...pointAt(lids, vertex)) < 1e-6;
          setPoint(grown, first + i, still ? [0, 0, 0] : subtract(onBall(ball, moved), start));
        });
        return [name, grown];
      }),
    ),
  };
}

function onBall({ centre, radius }: Sphere, point: Vec3): Vec3 {
  const direction = normalise(subtract(point, centre));
  return add(centre, scale(direction, radius * 1.035 + CLEARANCE));
}

function headWeights(lashes: Float64Array, more: number): Float64Array {
  const head = SKELETON.findIndex(({ name }) => name === 'head');
  const grown = new Float64Array(lashes.length + more * SKELETON.length);
  grown.set(lashes);
  for (let i = 0; i < more; i++) grown[lashes.length + i * SKELETON.length + head] = 1;
  return grown;
}
