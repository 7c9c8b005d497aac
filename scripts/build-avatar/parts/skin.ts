import {
  addToPoint,
  dot,
  normalise,
  type Points,
  pointAt,
  smoothstep,
  subtract,
  type Vec3,
} from '../geometry/points.ts';
import { normalsOf } from '../geometry/topology.ts';
import type { Islands } from '../person/islands.ts';
import type { Person } from '../person/person.ts';
import type { Joint } from '../person/skeleton.ts';
import type { Quad } from '../source/threeJson.ts';
import { belowCollar } from './clothes.ts';
import type { Morphs, Shape } from './shape.ts';

/** Texture coordinates of a skin mesh in its own picture; the source's stay for reading the source's picture. */
export type UvMap = (uv: readonly [number, number], region: keyof Islands) => readonly [number, number];

/** Skin below the collar is hidden by the top: only this much of it is kept, and drawn inward, decimetres. */
const UNDER_COLLAR = 0.3;
const DRAWN_IN = 0.14;
/** Half-width of the neck's base. */
const NECK = 1.3;
/** Eye sockets behind this depth lie behind the eyeballs. */
const SOCKET_DEPTH = 1.12;

/** Faces of the head mesh, by region. */
export function headFaces(person: Person, islands: Islands): readonly [keyof Islands, readonly Quad[]][] {
  const points = person.positions;
  const near = ({ vertices }: Quad): boolean =>
    vertices.every((vertex) => {
      const point = pointAt(points, vertex);
      return Math.abs(point[0]) < NECK && belowCollar(point) < UNDER_COLLAR;
    });
  const front = ({ vertices }: Quad): boolean =>
    vertices.some((vertex) => (points[vertex * 3 + 2] ?? 0) > SOCKET_DEPTH);
  return [
    ['head', islands.head],
    ['trunk', islands.trunk.filter(near)],
    ['mouthBag', islands.mouthBag],
    ['leftSocket', islands.leftSocket.filter(front)],
    ['rightSocket', islands.rightSocket.filter(front)],
  ];
}

/** The body with what the top covers drawn inward, so that it does not show through when the shoulders move. */
export function tuckUnderCollar(person: Person, islands: Islands): Points {
  const points = person.positions.slice();
  const normals = normalsOf(
    points,
    person.body.map(({ vertices }) => vertices),
  );
  for (const vertex of new Set(islands.trunk.flatMap(({ vertices }) => [...vertices]))) {
    const under = smoothstep(0.02, UNDER_COLLAR, belowCollar(pointAt(person.positions, vertex)));
    addToPoint(points, vertex, pointAt(normals, vertex), -DRAWN_IN * under);
  }
  return points;
}

/** This much of the forearm, decimetres, runs on under the sleeve. */
const FOREARM = 0.6;

/** Faces of the hands' mesh, by region. */
export function handFaces(
  person: Person,
  islands: Islands,
  joints: readonly Joint[],
): readonly [keyof Islands, readonly Quad[]][] {
  const place = (wanted: string): Vec3 => joints.find(({ name }) => name === wanted)?.position ?? [0, 0, 0];
  const wrist = place('hand_l');
  const along = normalise(subtract(wrist, place('lowerarm_l')));
  const nearWrist = ({ vertices }: Quad): boolean =>
    vertices.every((vertex) => {
      const [x, y, z] = pointAt(person.positions, vertex);
      return (
        Math.abs(x) > wrist[0] - FOREARM * 2 && dot(subtract([Math.abs(x), y, z], wrist), along) > -FOREARM
      );
    });
  return [
    ['leftHand', islands.leftHand],
    ['rightHand', islands.rightHand],
    ['trunk', islands.trunk.filter(nearWrist)],
  ];
}

/** A skin mesh of some regions, with normals of the whole body. */
export function skinShape(
  person: Person,
  regions: readonly [keyof Islands, readonly Quad[]][],
  map: UvMap,
  weights: Float64Array,
  morphs: Morphs,
  positions = person.positions,
): Shape {
  const uvs = new Float64Array(person.base.uvs.length);
  for (const [region, quads] of regions) {
    for (const uv of quads.flatMap((quad) => [...quad.uvs])) {
      uvs.set(map([person.base.uvs[uv * 2] ?? 0, person.base.uvs[uv * 2 + 1] ?? 0], region), uv * 2);
    }
  }
  return {
    positions,
    faces: regions.flatMap(([, quads]) => [...quads]),
    uvs,
    weights,
    morphs,
    smooth: person.body,
  };
}
