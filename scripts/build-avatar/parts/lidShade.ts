import {
  add,
  length,
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

/** One vertex of the strip: where it lies, and the lid's vertex that it follows. */
interface StripVertex {
  readonly place: Vec3;
  readonly lidVertex: number;
  readonly ball: Sphere;
}

/**
 * The lashes with a soft shade that the lids throw on the eyeballs: a strip that hangs on the lids' edges and lies on the
 * ball. Without it eyes look painted on, since nothing else darkens the white under the lid.
 */
export function withLidShade(lashes: Shape, person: Person, eyes: Eyeballs, morphs: Morphs): Shape {
  const slits = findSlits(person, person.positions);
  const first = lashes.positions.length / 3;
  const dark = lashes.uvs.length / 2;
  const vertices: StripVertex[] = [];
  const faces: Face[] = [];
  for (const side of ['L', 'R'] as const) {
    for (const lid of ['upper', 'lower'] as const) {
      const edge = slits.eyes[side][lid][RING] ?? [];
      faces.push(...stripFaces(edge.length, first + vertices.length, dark, lid));
      vertices.push(...stripVertices(person, edge, eyes[side], lid));
    }
  }
  const { u, dark: darkV, light: lightV } = SHADE_PLACE;
  return {
    positions: Float64Array.from([...lashes.positions, ...vertices.flatMap(({ place }) => [...place])]),
    uvs: Float64Array.from([...lashes.uvs, u, darkV, u, lightV]),
    faces: [...lashes.faces, ...faces],
    weights: headWeights(lashes.weights, vertices.length),
    morphs: new Map(
      [...lashes.morphs].map(([name, delta]) => [name, followLids(delta, vertices, morphs.get(name))]),
    ),
  };
}

/** For every vertex of a lid's edge one on the ball below it, and one where its shade ends. */
function stripVertices(
  person: Person,
  edge: readonly number[],
  ball: Sphere,
  lid: keyof typeof WIDTH,
): StripVertex[] {
  return edge.flatMap((lidVertex, i) => {
    const [x, y, z] = pointAt(person.positions, lidVertex);
    // The strip narrows to nothing in the corners.
    const width = WIDTH[lid] * Math.sin((Math.PI * (i + 0.5)) / edge.length) * (lid === 'upper' ? -1 : 1);
    return [
      { place: onBall(ball, [x, y, z]), lidVertex, ball },
      { place: onBall(ball, [x, y + width, z]), lidVertex, ball },
    ];
  });
}

/** Quads between neighbouring pairs of a strip, facing forward. */
function stripFaces(pairs: number, first: number, dark: number, lid: keyof typeof WIDTH): Face[] {
  return Array.from({ length: Math.max(0, pairs - 1) }, (_, i) => {
    const at = first + i * 2;
    const vertices = [at, at + 2, at + 3, at + 1];
    const uvs = [dark, dark, dark + 1, dark + 1];
    return lid === 'upper' ? { vertices, uvs } : { vertices: vertices.toReversed(), uvs: uvs.toReversed() };
  });
}

/** A target of the lashes with the strip's vertices added: they slide over the ball with their lid. */
function followLids(delta: Points, vertices: readonly StripVertex[], lids: Points | undefined): Points {
  const grown = new Float64Array(delta.length + vertices.length * 3);
  grown.set(delta);
  if (!lids) return grown;
  vertices.forEach(({ place, lidVertex, ball }, i) => {
    const moved = pointAt(lids, lidVertex);
    if (length(moved) < 1e-6) return;
    setPoint(grown, delta.length / 3 + i, subtract(onBall(ball, add(place, moved)), place));
  });
  return grown;
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
