import { dot, length, smoothstep, subtract, type Vec3 } from '../geometry/points.ts';
import type { Part } from '../parts/shape.ts';
import { type Finger, type Hand, inFinger } from './fingers.ts';
import { fractal, noise } from './noise.ts';
import type { Rgb } from './picture.ts';
import { mixPoint, type Texel } from './raster.ts';
import { BLOOD, mixColour, mottle, pores, SKIN, times } from './skinTone.ts';
import type { Finish } from './surface.ts';

const PALM: Rgb = [0.79, 0.57, 0.48];
const NAIL: Rgb = [0.82, 0.58, 0.51];
const NAIL_EDGE: Rgb = [0.9, 0.84, 0.77];
const LUNULA: Rgb = [0.9, 0.75, 0.69];

/** Length of a nail against its half-width, and how far it begins behind the fingertip, decimetres. */
const NAIL_SHAPE = { length: 2.05, start: 0.012 } as const;

/** The hands' finish, texel by texel; the right hand shares the left one's picture. */
export function handFinish(part: Part, hand: Hand, open: Float32Array): (texel: Texel) => Finish {
  return (texel) => {
    const [x, y, z] = mixPoint(part.positions, texel);
    const [nx, ny, nz] = mixPoint(part.normals, texel);
    const mirror = x < 0 ? -1 : 1;
    return finishAt([x * mirror, y, z], [nx * mirror, ny, nz], hand, mixLight(open, texel));
  };
}

function mixLight(open: Float32Array, { corners, shares }: Texel): number {
  return corners.reduce((sum, corner, k) => sum + (open[corner] ?? 1) * (shares[k] ?? 0), 0);
}

function finishAt(point: Vec3, normal: Vec3, hand: Hand, light: number): Finish {
  const finger = nearestFinger(hand, point);
  const back = smoothstep(-0.15, 0.45, dot(normal, finger.back) * 0.6 + dot(normal, hand.back) * 0.4);
  const knuckle = knuckles(finger, point);
  let colour = mixColour(PALM, SKIN, back);
  colour = mixColour(colour, BLOOD, 0.3 * knuckle * back + 0.22 * fingertip(finger, point));
  colour = mottle(colour, point, 0.12 * back);
  const creases = lines(finger, point, normal) * knuckle;
  colour = times(colour, 1 - 0.16 * creases);
  colour = times(colour, mixColour([0.82, 0.66, 0.6], [1, 1, 1], smoothstep(0.1, 0.75, light)));
  const nail = nailAt(finger, point, normal);
  const base: Finish = {
    colour,
    roughness: 0.58 - 0.06 * (1 - back),
    height: pores(point, 0.008, 0.0006) + netting(point, back) - creases * 0.004 - ridges(point, back),
    occlusion: light,
  };
  return nail.share <= 0 ? base : withNail(base, nail);
}

interface Nail {
  readonly share: number;
  /** Groove about the nail, 0..1. */
  readonly groove: number;
  readonly colour: Rgb;
}

/** The nail of a finger at a point: an oval plate that is wider than long fingers suggest, rounded at the cuticle. */
function nailAt(finger: Finger, point: Vec3, normal: Vec3): Nail {
  const [behind, aside] = inFinger(finger, point);
  const half = finger.halfWidth * 0.72;
  const size = half * NAIL_SHAPE.length;
  const along = (behind - NAIL_SHAPE.start) / size;
  const across = aside / half;
  const facing = smoothstep(0.25, 0.5, dot(normal, finger.back));
  // Rounded towards the cuticle (along = 1), nearly straight at the free edge.
  const reach = Math.max(
    Math.abs(across),
    along > 0.55 ? Math.hypot((along - 0.55) / 0.45, across) : 0,
    along < 0 ? 2 : 0,
  );
  const edge = noise(point[0] * 90, point[1] * 90, point[2] * 90, 5) * 0.015;
  const share = smoothstep(1.03, 0.95, reach + edge) * facing;
  const groove = smoothstep(0.16, 0.02, Math.abs(reach - 1.04)) * facing * smoothstep(-0.05, 0.15, along);
  const moon = smoothstep(0.2, 0.1, Math.hypot(across * 0.42, (1 - along) * 0.9) - 0.02);
  const free = smoothstep(0.12, 0.06, along);
  return {
    share: Math.max(share, groove * 0.35),
    groove,
    colour: mixColour(mixColour(NAIL, LUNULA, moon * 0.55), NAIL_EDGE, free * 0.75),
  };
}

function withNail(base: Finish, { share, groove, colour }: Nail): Finish {
  const plate = share * (1 - groove * 0.6);
  return {
    colour: times(mixColour(base.colour, colour, plate), 1 - groove * 0.22),
    roughness: base.roughness + (0.25 - base.roughness) * plate,
    height: base.height * (1 - plate) + plate * 0.004 - groove * 0.008,
    occlusion: base.occlusion,
  };
}

function nearestFinger(hand: Hand, point: Vec3): Finger {
  const distance = (finger: Finger): number =>
    Math.min(...[...finger.joints, finger.tip].map((joint) => length(subtract(point, joint))));
  return hand.fingers.reduce((best, finger) => (distance(finger) < distance(best) ? finger : best));
}

/** 1 at the finger's joints. */
function knuckles({ joints }: Finger, point: Vec3): number {
  return Math.max(...joints.map((joint) => Math.exp(-((length(subtract(point, joint)) / 0.115) ** 2))));
}

function fingertip(finger: Finger, point: Vec3): number {
  return Math.exp(-((length(subtract(point, finger.tip)) / 0.12) ** 2));
}

/** Creases across the finger. */
function lines(finger: Finger, point: Vec3, normal: Vec3): number {
  const [behind, aside, out] = inFinger(finger, point);
  const wave = noise(behind * 62 + noise(aside * 14, out * 14, behind * 5, 3) * 0.9, aside * 3, out * 3, 13);
  const facing = Math.abs(dot(normal, finger.back));
  return smoothstep(0.25, 0.75, wave) * facing;
}

function netting(point: Vec3, back: number): number {
  return (0.35 + 0.65 * back) * fractal(point, 70, 2, 43) * 0.0011;
}

/** Finger-print like ridges on the palm's side. */
function ridges(point: Vec3, back: number): number {
  return (1 - back) * Math.abs(noise(point[0] * 30, point[1] * 30, point[2] * 30, 53)) * 0.002;
}
