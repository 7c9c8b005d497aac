import type { PointGrid } from '../geometry/pointGrid.ts';
import { pointAt, smoothstep, type Vec3 } from '../geometry/points.ts';
import type { Part } from '../parts/shape.ts';
import { fractal, noise } from './noise.ts';
import { type Picture, type Rgb, sample } from './picture.ts';
import { mixAt, mixPoint, type Texel } from './raster.ts';
import {
  BLOOD,
  type Blush,
  mixColour,
  mottle,
  PALE,
  pores,
  SHADE,
  SKIN,
  times,
  withBlushes,
} from './skinTone.ts';
import type { Finish } from './surface.ts';

const LIP: Rgb = [0.66, 0.37, 0.345];
const MOUTH: Rgb = [0.47, 0.2, 0.19];
const LID_EDGE: Rgb = [0.72, 0.46, 0.42];
const SCALP: Rgb = [0.21, 0.14, 0.1];

/** Where the face is redder, paler or darker. Decimetres, the subject's left. */
const BLUSHES: readonly Blush[] = [
  { at: [0.43, 6.56, 1.2], radius: [0.2, 0.17, 0.3], colour: BLOOD, strength: 0.3 },
  { at: [0, 6.53, 1.53], radius: [0.13, 0.12, 0.16], colour: BLOOD, strength: 0.3 },
  { at: [0.15, 6.47, 1.4], radius: [0.07, 0.08, 0.12], colour: BLOOD, strength: 0.3 },
  { at: [0.72, 6.75, 0.45], radius: [0.12, 0.34, 0.3], colour: BLOOD, strength: 0.18 },
  { at: [0, 5.98, 1.36], radius: [0.16, 0.1, 0.2], colour: BLOOD, strength: 0.16 },
  { at: [0.28, 6.93, 1.3], radius: [0.16, 0.055, 0.12], colour: [0.72, 0.5, 0.42], strength: 0.42 },
  { at: [0.26, 6.74, 1.28], radius: [0.13, 0.045, 0.1], colour: [0.66, 0.48, 0.43], strength: 0.3 },
  { at: [0.29, 7.03, 1.32], radius: [0.16, 0.05, 0.12], colour: PALE, strength: 0.25 },
  { at: [0, 7.35, 1.33], radius: [0.4, 0.2, 0.4], colour: PALE, strength: 0.14 },
  { at: [0, 6.36, 1.45], radius: [0.05, 0.06, 0.1], colour: SHADE, strength: 0.1 },
];

/** Per vertex of the base mesh: what the head's paint needs to know beside the place. */
export interface HeadMarks {
  /** Edges from the inner line of the lips, and from the rim of the lids. */
  readonly lipRing: ArrayLike<number>;
  readonly lidRing: ArrayLike<number>;
  /** 1 in mouth bag or eye sockets. */
  readonly mouthBag: ArrayLike<number>;
  readonly socket: ArrayLike<number>;
}

/** Corners of a triangle that hair covers lie no further from hair than this, decimetres. */
const HAIR_REACH = 0.3;
/** The edge of the lips' red, in rings from their inner line. */
const LIP_EDGE = 6.6;

/**
 * The head's finish, texel by texel. `source` is MakeHuman's skin picture, `open` the vertices'
 * occlusion, `hair` where the hair is. */
export function headFinish(
  part: Part,
  marks: HeadMarks,
  source: Picture,
  sourceUvs: Float64Array,
  open: Float32Array,
  hair: PointGrid,
): (texel: Texel) => Finish {
  const own = (values: ArrayLike<number>): Float32Array =>
    Float32Array.from(part.vertexOf, (vertex) => Math.min(40, values[vertex] ?? 0));
  const lipRing = own(marks.lipRing);
  const lidRing = own(marks.lidRing);
  const bag = own(marks.mouthBag);
  const socket = own(marks.socket);
  const us = Float64Array.from(part.uvOf, (uv) => sourceUvs[uv * 2] ?? 0);
  const vs = Float64Array.from(part.uvOf, (uv) => sourceUvs[uv * 2 + 1] ?? 0);
  const mean = meanColour(source);
  // Looking for hair is slow: only triangles that have some near a corner are asked texel by texel.
  const nearHair = Float32Array.from({ length: part.positions.length / 3 }, (_, vertex) =>
    hair.distance(pointAt(part.positions, vertex), HAIR_REACH) < HAIR_REACH ? 1 : 0,
  );
  return (texel) => {
    const point = mixPoint(part.positions, texel);
    const light = mixAt(open, texel);
    if (mixAt(bag, texel) > 0.5) return { colour: MOUTH, roughness: 0.35, height: 0, occlusion: light };
    const lips = lipShare(mixAt(lipRing, texel), point);
    const lids = smoothstep(5, 2.6, mixAt(lidRing, texel));
    const strands = strandsAt(point);
    const hidden =
      mixAt(nearHair, texel) > 0 ? smoothstep(0.1, 0.03, hair.distance(point, 0.14) + strands * 0.03) : 0;
    const face = smoothstep(0.4, 1, point[2]);
    const detail = sourceDetail(source, mean, mixAt(us, texel), mixAt(vs, texel));
    let colour = mottle(withBlushes(SKIN, point, BLUSHES), point, 0.25 * face);
    colour = times(colour, mixColour([1, 1, 1], detail, 0.35 * (1 - lips) * (1 - hidden)));
    colour = mixColour(colour, lipColour(point), lips * 0.72);
    colour = mixColour(colour, LID_EDGE, 0.55 * lids);
    colour = mixColour(colour, [0.78, 0.5, 0.46], mixAt(socket, texel));
    // Light that has gone through skin into a fold comes back red.
    colour = times(colour, mixColour([0.78, 0.6, 0.55], [1, 1, 1], smoothstep(0.1, 0.75, light)));
    colour = mixColour(colour, times(SCALP, 1 + strands * 0.25), hidden);
    return {
      colour,
      roughness: roughnessOf(point, face, { lips, lids, hidden }),
      height: relief(point, lips, face) * (1 - hidden),
      occlusion: light + (1 - light) * 0.6 * hidden,
    };
  };
}

/** Skin shines most on forehead and nose; lips and the lids' edges are moist, the scalp is dull. */
function roughnessOf(
  point: Vec3,
  face: number,
  { lips, lids, hidden }: Readonly<Record<'lips' | 'lids' | 'hidden', number>>,
): number {
  const oily = Math.exp(-(((point[0] / 0.22) ** 2 + ((point[1] - 6.95) / 0.55) ** 2) * 1.2)) * face;
  const skin = 0.56 - 0.1 * oily + noise(point[0] * 60, point[1] * 60, point[2] * 60, 3) * 0.04;
  const onFace = skin + (0.33 - skin) * lips;
  const atEyes = onFace + (0.28 - onFace) * lids * 0.7;
  return atEyes + (0.8 - atEyes) * hidden;
}

function lipShare(ring: number, point: Vec3): number {
  const ragged = noise(point[0] * 60, point[1] * 60, point[2] * 60, 131) * 0.35;
  return smoothstep(LIP_EDGE + 0.7, LIP_EDGE - 0.7, ring + ragged);
}

function lipColour(point: Vec3): Rgb {
  const lines = lipLines(point);
  const centre = Math.exp(-((point[0] / 0.12) ** 2));
  return times(mixColour(LIP, [0.76, 0.46, 0.43], centre * 0.35), 1 + lines * 0.035);
}

/** Where the hair is gathered, decimetres: strands run there from all sides. */
const KNOT: Vec3 = [0, 7.25, -0.6];

/** Light and dark strands of combed-back hair, -1..1: they hardly change along the way to the knot. */
function strandsAt(point: Vec3): number {
  const around = Math.atan2(point[0] - KNOT[0], point[1] - KNOT[1]);
  return noise(around * 70, point[2] * 5, 0, 91) * 0.65 + noise(around * 160, point[2] * 9, 0, 93) * 0.35;
}

/** Furrows that run up and down the lips, bent by noise. */
function lipLines(point: Vec3): number {
  const bent = point[0] + noise(point[0] * 14, point[1] * 14, 0, 139) * 0.012;
  return (
    noise(bent * 80, point[1] * 13, point[2] * 13, 141) * 0.6 + noise(bent * 170, point[1] * 26, 0, 151) * 0.4
  );
}

function relief(point: Vec3, lips: number, face: number): number {
  const nose = Math.exp(-((point[0] / 0.22) ** 2 + ((point[1] - 6.55) / 0.2) ** 2)) * face;
  const skin = pores(point, 0.0062, 0.0007 + 0.0006 * nose) + fractal(point, 55, 2, 171) * 0.0006;
  const forehead =
    Math.exp(-(((point[1] - 7.3) / 0.2) ** 2) - (point[0] / 0.5) ** 2) *
    Math.abs(noise(point[0] * 2.5, point[1] * 26 + noise(point[0] * 5, point[1] * 4, 0, 181) * 1.2, 0, 191)) *
    0.0012 *
    face;
  const furrows = lips * lipLines(point) * 0.0016;
  return skin * (1 - lips) - forehead + furrows;
}

function meanColour({ data, channels }: Picture): Rgb {
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i += channels)
    for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + (data[i + k] ?? 0);
  const count = data.length / channels;
  return [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
}

/** The source's colour against its own mean: shading and tint without its tone. */
function sourceDetail(source: Picture, mean: Rgb, u: number, v: number): Rgb {
  return [0, 1, 2].map((k) => {
    const here =
      sample(source, u, v, k) * 0.5 +
      (sample(source, u + 0.001, v + 0.001, k) + sample(source, u - 0.001, v - 0.001, k)) * 0.25;
    return Math.min(1.25, Math.max(0.6, here / (mean[k] ?? 1)));
  }) as unknown as Rgb;
}
