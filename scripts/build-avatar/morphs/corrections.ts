import {
  add,
  addPoints,
  addToPoint,
  type Points,
  pointAt,
  rotate,
  setPoint,
  subtract,
  type Vec3,
} from '../geometry/points.ts';
import type { Person } from '../person/person.ts';
import { LOWER_TEETH, TONGUE } from './masks.ts';
import { closeSlit } from './slit.ts';
import { findSlits, LIDS_TOGETHER, LIPS_TOGETHER } from './slits.ts';

/** Targets at whose full weight the lips must be shut. */
const SHUT_LIPS = [
  'V_Explosive',
  'Mouth_Press_L',
  'Mouth_Press_R',
  'Mouth_Chin_Up',
  'Mouth_Shrug_Lower',
  'Mouth_Tighten_L',
  'Mouth_Tighten_R',
  'Mouth_Pucker_Up_L',
];

/**
 * What recipes cannot say because it depends on where other vertices end up: the tongue follows the lower teeth, lids
 * and lips meet exactly. Changes the targets in place.
 */
export function correctMorphs(person: Person, morphs: ReadonlyMap<string, Points>): void {
  const slits = findSlits(person, person.positions);
  const at = (...names: readonly string[]): Points => {
    const points = person.positions.slice();
    for (const name of names) addPoints(points, need(morphs, name), 1);
    return points;
  };
  for (const side of ['L', 'R'] as const) {
    const name = `Eye_Blink_${side}`;
    addPoints(need(morphs, name), closeSlit(slits.eyes[side], at(name), LIDS_TOGETHER), 1);
  }
  for (const name of SHUT_LIPS) {
    addPoints(need(morphs, name), closeSlit(slits.mouth, at(name), LIPS_TOGETHER), 1);
  }
  addPoints(
    need(morphs, 'Mouth_Close'),
    closeSlit(slits.mouth, at('Jaw_Open', 'Mouth_Close'), LIPS_TOGETHER),
    1,
  );
}

function need(morphs: ReadonlyMap<string, Points>, name: string): Points {
  const found = morphs.get(name);
  if (!found) throw new Error(`no morph target ${name}`);
  return found;
}

/** The movement of the jawbone that a target implies: how the lower teeth turn and shift as one piece. */
export function jawMotion(person: Person, target: Points): (point: Vec3) => Vec3 {
  const { angle, from, to } = rigidMotion(person.positions, target);
  return (point) => {
    const arm = subtract(point, from);
    return subtract(add(rotate(arm, [1, 0, 0], angle), to), point);
  };
}

/** Makes the tongue move with the jaw. */
export function carryTongue(person: Person, target: Points, carried: (point: Vec3) => Vec3): void {
  for (let vertex = TONGUE[0]; vertex <= TONGUE[1]; vertex++) {
    setPoint(target, vertex, carried(pointAt(person.positions, vertex)));
  }
}

/** The turn about the x axis and the shift that carry the lower teeth best, by least squares in the y-z plane. */
function rigidMotion(positions: Points, delta: Points): { angle: number; from: Vec3; to: Vec3 } {
  const vertices = Array.from({ length: LOWER_TEETH[1] - LOWER_TEETH[0] + 1 }, (_, i) => LOWER_TEETH[0] + i);
  const [start, end] = [new Float64Array(3), new Float64Array(3)];
  for (const vertex of vertices) {
    addToPoint(start, 0, pointAt(positions, vertex), 1 / vertices.length);
    addToPoint(end, 0, pointAt(positions, vertex), 1 / vertices.length);
    addToPoint(end, 0, pointAt(delta, vertex), 1 / vertices.length);
  }
  const [from, to] = [pointAt(start, 0), pointAt(end, 0)];
  let [sine, cosine] = [0, 0];
  for (const vertex of vertices) {
    const [, y, z] = subtract(pointAt(positions, vertex), from);
    const [, dy, dz] = pointAt(delta, vertex);
    const [my, mz] = [y + dy - (to[1] - from[1]), z + dz - (to[2] - from[2])];
    sine += y * mz - z * my;
    cosine += y * my + z * mz;
  }
  return { angle: Math.atan2(sine, cosine), from, to };
}
