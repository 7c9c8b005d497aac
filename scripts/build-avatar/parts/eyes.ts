import { add, type Points, rotate, subtract, type Vec3 } from '../geometry/points.ts';
import { fitSphere, type Sphere } from '../geometry/sphere.ts';
import { SKELETON } from '../person/skeleton.ts';
import type { Face, Shape } from './shape.ts';

/** Vertices of the base mesh's eye helpers: the eyeballs' place and size. */
const HELPERS = { L: 14598, R: 14670, count: 72 } as const;

export interface Eyeballs {
  readonly L: Sphere;
  readonly R: Sphere;
}

export function placeEyes(positions: Points): Eyeballs {
  const sphere = (first: number): Sphere =>
    fitSphere(
      positions,
      Array.from({ length: HELPERS.count }, (_, i) => first + i),
    );
  return { L: sphere(HELPERS.L), R: sphere(HELPERS.R) };
}

/**
 * Angles from the eye's axis, radians. An adult's iris is 11.7 mm wide; on this ball, of 15 mm radius, that is
 * asin(5.85 / 15).
 */
export const IRIS_EDGE = 0.41;
export const PUPIL_EDGE = 0.14;
/** The ball is open behind: nothing there is ever seen. */
const BACK = 1.9;
/** Height of the cornea over the ball, as a part of the ball's radius. */
const CORNEA = 0.04;
/** The ball against the helper's sphere: it just touches the lids' inner edges. */
const BALL = 0.99;

const RINGS = [
  0,
  0.07,
  PUPIL_EDGE,
  0.2,
  0.27,
  0.34,
  IRIS_EDGE,
  0.48,
  0.58,
  0.72,
  0.9,
  1.15,
  1.5,
  BACK,
] as const;
const SPOKES = 28;

/** Distance of a ring from the texture's centre, 0..1: the iris takes more than half of it. */
export const IRIS_IN_TEXTURE = 0.55;

function textureRadius(angle: number): number {
  return angle <= IRIS_EDGE
    ? (IRIS_IN_TEXTURE * angle) / IRIS_EDGE
    : IRIS_IN_TEXTURE + ((0.98 - IRIS_IN_TEXTURE) * (angle - IRIS_EDGE)) / (BACK - IRIS_EDGE);
}

/** Widest and narrowest pupil, as angles of its edge. */
const PUPIL = { wide: 0.24, narrow: 0.075 } as const;

/** Turns of the gaze at weight 1, radians, about x (pitch) and y (yaw). Left is the subject's left, +X. */
const GAZE: Readonly<Record<string, readonly [pitch: number, yaw: number]>> = {
  L: [0, 0.52],
  R: [0, -0.52],
  Up: [-0.46, 0],
  Down: [0.5, 0],
};

function surface(sphere: Sphere, ring: number, spoke: number): Vec3 {
  const around = (spoke / SPOKES) * 2 * Math.PI;
  const bulge = CORNEA * Math.max(0, 1 - (ring / IRIS_EDGE) ** 2) ** 1.5;
  const radius = sphere.radius * BALL * (1 + bulge);
  const out = Math.sin(ring) * radius;
  return add(sphere.centre, [out * Math.cos(around), out * Math.sin(around), Math.cos(ring) * radius]);
}

/** Both eyeballs with cornea, iris and pupil in one surface, and their gaze and pupil morph targets. */
export function eyeShape(eyes: Eyeballs): Shape {
  const positions: number[] = [];
  const uvs: number[] = [];
  const faces: Face[] = [];
  const morphs = new Map<string, number[]>();
  const names = (['L', 'R'] as const).flatMap((side) =>
    Object.keys(GAZE).map((to) => `Eye_${side}_Look_${to}`),
  );
  for (const name of [...names, 'Eye_Pupil_Dilate', 'Eye_Pupil_Contract']) morphs.set(name, []);
  for (const side of ['L', 'R'] as const) {
    const sphere = eyes[side];
    const first = positions.length / 3;
    RINGS.forEach((ring, row) => {
      for (let spoke = 0; spoke <= SPOKES; spoke++) {
        const point = surface(sphere, ring, spoke);
        positions.push(...point);
        const around = (spoke / SPOKES) * 2 * Math.PI;
        const reach = textureRadius(ring) / 2;
        uvs.push(0.5 + reach * Math.cos(around), 0.5 + reach * Math.sin(around));
        for (const [name, deltas] of morphs) deltas.push(...eyeDelta(name, side, sphere, ring, spoke));
        if (row === 0 || spoke === SPOKES) continue;
        const here = first + row * (SPOKES + 1) + spoke;
        const inner = here - SPOKES - 1;
        const corners = row === 1 ? [inner, here, here + 1] : [inner, here, here + 1, inner + 1];
        faces.push({ vertices: corners, uvs: corners });
      }
    });
  }
  const count = positions.length / 3;
  return {
    positions: Float64Array.from(positions),
    uvs: Float64Array.from(uvs),
    faces,
    weights: eyeWeights(count),
    morphs: new Map([...morphs].map(([name, deltas]) => [name, Float64Array.from(deltas)])),
  };
}

function eyeDelta(name: string, side: 'L' | 'R', sphere: Sphere, ring: number, spoke: number): Vec3 {
  const point = surface(sphere, ring, spoke);
  if (name.startsWith('Eye_Pupil')) {
    const edge = name === 'Eye_Pupil_Dilate' ? PUPIL.wide : PUPIL.narrow;
    if (ring >= IRIS_EDGE) return [0, 0, 0];
    const moved =
      ring <= PUPIL_EDGE
        ? (ring / PUPIL_EDGE) * edge
        : edge + ((ring - PUPIL_EDGE) / (IRIS_EDGE - PUPIL_EDGE)) * (IRIS_EDGE - edge);
    return subtract(surface(sphere, moved, spoke), point);
  }
  const [, whose, , to = ''] = name.split('_');
  if (whose !== side) return [0, 0, 0];
  const [pitch, yaw] = GAZE[to] ?? [0, 0];
  const arm = subtract(point, sphere.centre);
  return subtract(rotate(rotate(arm, [1, 0, 0], pitch), [0, 1, 0], yaw), arm);
}

function eyeWeights(count: number): Float64Array {
  const joints = ['FACIAL_L_Eye', 'FACIAL_R_Eye'].map((wanted) =>
    SKELETON.findIndex(({ name }) => name === wanted),
  );
  const weights = new Float64Array(count * SKELETON.length);
  for (let vertex = 0; vertex < count; vertex++) {
    weights[vertex * SKELETON.length + (joints[vertex < count / 2 ? 0 : 1] ?? 0)] = 1;
  }
  return weights;
}
