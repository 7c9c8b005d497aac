import { beforeAll, describe, expect, it } from 'vitest';
import {
  AVATAR_FILE,
  type DecodedAvatar,
  type DecodedMesh,
  decodeAvatar,
  meshOf,
  posed,
} from './check/decode.ts';
import { frontView, type Window } from './check/frontView.ts';
import { pointAt } from './geometry/points.ts';
import { isMouthBag } from './parts/atlas.ts';

const MILLIMETRE = 0.001;

let avatar: DecodedAvatar;
beforeAll(async () => {
  avatar = await decodeAvatar(AVATAR_FILE);
});

const mesh = (name: string): DecodedMesh => meshOf(avatar, name);
const both = (name: string): Record<string, number> => ({ [`${name}_L`]: 1, [`${name}_R`]: 1 });

describe("the default avatar's eyes", () => {
  /** Both eyes with their lids, a quarter of a millimetre apart. */
  const eyes = (): Window => {
    const [, y = 0] = avatar.places.get('FACIAL_L_Eye') ?? [];
    return { x: [-0.05, 0.05], y: [y - 0.022, y + 0.022], step: 0.25 * MILLIMETRE };
  };
  const eyeballSeen = (weights: Record<string, number>): number => {
    const meshes = [mesh('Head'), mesh('Eyes')];
    return frontView(meshes, weights, eyes()).mesh.filter((index) => index === 1).length;
  };

  it('are seen when open and hidden when shut, looking ahead or down', () => {
    expect(eyeballSeen({})).toBeGreaterThan(2000);
    expect(eyeballSeen(both('Eye_Blink'))).toBe(0);
    expect(eyeballSeen({ ...both('Eye_Blink'), Eye_L_Look_Down: 1, Eye_R_Look_Down: 1 })).toBe(0);
  });

  it('are never pierced by the eyeball half-way through a blink', () => {
    const half = eyeballSeen({ Eye_Blink_L: 0.5, Eye_Blink_R: 0.5 });
    expect(half).toBeLessThan(0.75 * eyeballSeen({}));
  });

  it('stay in their sockets at every look, and turn the right way', () => {
    const eye = mesh('Eyes');
    for (const side of ['L', 'R'] as const) {
      const own = Array.from({ length: eye.positions.length / 3 }, (_, i) => i).filter(
        (i) => (eye.positions[i * 3] ?? 0) * (side === 'L' ? 1 : -1) > 0,
      );
      const centre = avatar.places.get(`FACIAL_${side}_Eye`) ?? [0, 0, 0];
      const front = own.reduce(
        (best, i) => ((eye.positions[i * 3 + 2] ?? 0) > (eye.positions[best * 3 + 2] ?? 0) ? i : best),
        own[0] ?? 0,
      );
      for (const [to, axis, sign] of [
        ['L', 0, 1],
        ['R', 0, -1],
        ['Up', 1, 1],
        ['Down', 1, -1],
      ] as const) {
        const turned = posed(eye, { [`Eye_${side}_Look_${to}`]: 1 });
        const moved = (turned[front * 3 + axis] ?? 0) - (eye.positions[front * 3 + axis] ?? 0);
        expect(moved * sign, `${side} ${to}`).toBeGreaterThan(4 * MILLIMETRE);
        for (const i of own) {
          const distance = (points: Float64Array): number =>
            Math.hypot(...pointAt(points, i).map((value, k) => value - (centre[k] ?? 0)));
          expect(Math.abs(distance(turned) - distance(eye.positions))).toBeLessThan(0.6 * MILLIMETRE);
        }
      }
    }
  });
});

/** The head's skin, and the bag of the mouth that hangs behind its lips. */
function splitHead(head: DecodedMesh): { outside: DecodedMesh; inside: DecodedMesh } {
  const inBag = (vertex: number): boolean =>
    isMouthBag([head.uvs[vertex * 2] ?? 0, 1 - (head.uvs[vertex * 2 + 1] ?? 0)]);
  const [outside, inside]: [number[], number[]] = [[], []];
  for (let t = 0; t < head.triangles.length; t += 3) {
    const corners = [0, 1, 2].map((k) => head.triangles[t + k] ?? 0);
    (corners.every(inBag) ? inside : outside).push(...corners);
  }
  return { outside: { ...head, triangles: outside }, inside: { ...head, triangles: inside } };
}

/** Places no larger than this are rounding at the edges of triangles. */
const SPECK = 3;

/** How many separate places show something other than skin (mesh 0), in a picture of so many columns. */
function openings(picture: Int16Array, columns: number): number {
  const left = new Set([...picture.keys()].filter((at) => (picture[at] ?? 0) > 0));
  let count = 0;
  for (const start of left) {
    let size = 0;
    const waiting = [start];
    while (waiting.length > 0) {
      const at = waiting.pop() ?? 0;
      if (!left.delete(at)) continue;
      size++;
      waiting.push(at - 1, at + 1, at - columns, at + columns, at - columns - 1, at + columns + 1);
    }
    if (size > SPECK) count++;
  }
  return count;
}

describe("the default avatar's mouth", () => {
  /** From the chin to the nose, between the mouth's corners, half a millimetre apart. */
  const mouth: Window = { x: [-0.019, 0.019], y: [1.38, 1.49], step: 0.5 * MILLIMETRE };
  /** Places where teeth, tongue or the inside of the mouth are seen between the lips. */
  const openPlaces = (weights: Record<string, number>): number => {
    const { outside, inside } = splitHead(mesh('Head'));
    const seen = frontView([outside, inside, mesh('Teeth'), mesh('Tongue')], weights, mouth);
    return seen.mesh.filter((index) => index > 0).length;
  };

  it('is shut at rest, and open with the jaw down', () => {
    expect(openPlaces({})).toBe(0);
    expect(openPlaces({ Jaw_Open: 1 })).toBeGreaterThan(1000);
  });

  it.each([
    ['the bilabial viseme', { V_Explosive: 1 }],
    ['jaw down and lips together', { Jaw_Open: 1, Mouth_Close: 1 }],
    ['jaw half down and lips together', { Jaw_Open: 0.5, Mouth_Close: 0.5 }],
    ['lips together alone', { Mouth_Close: 1 }],
    ['lips pressed', both('Mouth_Press')],
  ])('is sealed at %s', (_, weights: Record<string, number>) => {
    expect(openPlaces(weights)).toBe(0);
  });

  it.each([
    ['wide open', { Jaw_Open: 1 }],
    ['open beyond its range, tongue out', { Jaw_Open: 1, Tongue_Out: 1 }],
    ['open and smiling', { Jaw_Open: 1, ...both('Mouth_Smile') }],
    ['open and stretched', { Jaw_Open: 0.6, ...both('Mouth_Stretch') }],
    ['open and pulled aside', { Jaw_Open: 1, Jaw_L: 0.6, Mouth_L: 0.6 }],
  ])(
    'opens in one place only when %s: its inside never shows through the cheeks',
    (_, weights: Record<string, number>) => {
      const { outside, inside } = splitHead(mesh('Head'));
      const face: Window = { x: [-0.05, 0.05], y: [1.37, 1.49], step: 0.25 * MILLIMETRE };
      const seen = frontView([outside, inside, mesh('Teeth'), mesh('Tongue')], weights, face);
      expect(openings(seen.mesh, Math.round((face.x[1] - face.x[0]) / face.step))).toBe(1);
    },
  );

  it('carries the lower teeth and the tongue with the jaw, and leaves the upper teeth', () => {
    const teeth = mesh('Teeth');
    const open = teeth.morphs.get('Jaw_Open') ?? new Float64Array(0);
    const fall = (vertex: number): number => open[vertex * 3 + 1] ?? 0;
    const vertices = Array.from({ length: open.length / 3 }, (_, i) => i);
    const moving = vertices.filter((vertex) => fall(vertex) < -3 * MILLIMETRE);
    const still = vertices.filter((vertex) => Math.hypot(...pointAt(open, vertex)) < 0.3 * MILLIMETRE);
    expect(moving.length).toBeGreaterThan(vertices.length * 0.35);
    expect(still.length).toBeGreaterThan(vertices.length * 0.35);
    const tongue = mesh('Tongue').morphs.get('Jaw_Open') ?? new Float64Array(0);
    expect(Math.min(...tongue.filter((_, i) => i % 3 === 1))).toBeLessThan(-10 * MILLIMETRE);
  });

  it('lets the tongue out between the teeth when the jaw is down', () => {
    const weights = { Jaw_Open: 1, Tongue_Out: 1 };
    const tip = (each: DecodedMesh): number =>
      posed(each, weights).reduce((front, value, i) => (i % 3 === 2 ? Math.max(front, value) : front), 0);
    expect(tip(mesh('Tongue'))).toBeGreaterThan(tip(mesh('Teeth')) + 0.01);
  });
});
