import { addToPoint, type Points, pointAt, scale } from '../geometry/points.ts';
import { normalsOf, smoothField } from '../geometry/topology.ts';
import type { Person } from '../person/person.ts';
import type { Quad } from '../source/threeJson.ts';
import type { Shape } from './shape.ts';

/** Where the top ends and the trousers begin, decimetres: they overlap. */
const HEM = -0.55;
const WAIST = 0.1;
/** Ankles: the tights' feet lie inside the shoes. */
const ANKLE = -7.35;

/** Distance of the cloth from the tights helper, decimetres. */
const LOOSENESS = { top: 0.07, trousers: 0.06 } as const;

/** Top or trousers, cut from the base mesh's tights helper, smoothed and let out. */
export function clothShape(person: Person, piece: 'top' | 'trousers', weights: Float64Array): Shape {
  const { positions, base, neighbours } = person;
  const tights = base.quads.filter(({ group }) => group === 'helper-tights');
  const inside = piece === 'top' ? isTop(positions) : isTrousers(positions);
  const smooth = smoothField(positions, 3, neighbours, { steps: 6 });
  const normals = normalsOf(
    smooth,
    tights.map(({ vertices }) => vertices),
  );
  const cloth = smooth.slice();
  for (const vertex of new Set(tights.flatMap(({ vertices }) => [...vertices]))) {
    addToPoint(cloth, vertex, scale(pointAt(normals, vertex), 1), LOOSENESS[piece]);
  }
  const faces = tights.filter(inside);
  return { positions: cloth, faces, uvs: fillPicture(base.uvs, faces), weights, morphs: new Map() };
}

function isTop(positions: Points): (quad: Quad) => boolean {
  return ({ vertices }) =>
    vertices.every((vertex) => {
      const [x, y] = pointAt(positions, vertex);
      return (y > HEM || Math.abs(x) > 2.6) && !(y > 5.35 && Math.abs(x) < 0.9);
    });
}

function isTrousers(positions: Points): (quad: Quad) => boolean {
  return ({ vertices }) =>
    vertices.every((vertex) => {
      const [x, y] = pointAt(positions, vertex);
      return y < WAIST && y > ANKLE && Math.abs(x) < 2.6;
    });
}

/** Texture coordinates spread so that the faces fill their own picture. */
function fillPicture(uvs: Float64Array, faces: readonly Quad[]): Float64Array {
  const used = faces.flatMap((quad) => [...quad.uvs]);
  const spread = uvs.slice();
  for (const axis of [0, 1]) {
    const values = used.map((uv) => uvs[uv * 2 + axis] ?? 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    for (const uv of used) {
      spread[uv * 2 + axis] = 0.005 + (0.99 * ((uvs[uv * 2 + axis] ?? 0) - low)) / (high - low);
    }
  }
  return spread;
}
