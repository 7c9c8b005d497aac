import type { Side } from '#shared/body/index.ts';
import { CLAY } from '../colors.ts';
import type { Point } from '../sculpt/distance.ts';
import type { SkinnedSurface } from '../sculpt/skinnedSurface.ts';
import { addTube } from '../sculpt/tube.ts';
import { BONES, boneIndex, LENGTH } from '../skeleton/bones.ts';
import { hangingSections, type ProfileRow } from './profile.ts';

const ARM: readonly ProfileRow[] = [
  [0, -0.006, 0, 0.0485, 0.0505],
  [0.04, -0.002, 0, 0.0485, 0.052],
  [0.08, 0.002, 0.001, 0.0462, 0.052],
  [0.13, 0.002, 0.004, 0.0415, 0.0485],
  [0.22, 0, 0.002, 0.0355, 0.0405],
  [0.285, 0, -0.003, 0.034, 0.036],
  [0.34, 0.003, 0, 0.0365, 0.04],
  [0.4, 0.002, 0.001, 0.032, 0.037],
  [0.48, 0, 0, 0.0235, 0.03],
  [0.528, 0, 0, 0.0192, 0.0272],
];

const LEG: readonly ProfileRow[] = [
  [-0.01, 0.0, 0, 0.07, 0.08],
  [0.05, 0.002, 0.004, 0.077, 0.087],
  [0.15, 0, 0.006, 0.07, 0.08],
  [0.3, -0.004, 0.005, 0.057, 0.064],
  [0.43, -0.006, 0.006, 0.049, 0.053],
  [0.52, -0.004, -0.012, 0.05, 0.056],
  [0.62, -0.004, -0.012, 0.043, 0.048],
  [0.76, -0.004, -0.006, 0.031, 0.035],
  [0.835, -0.004, -0.004, 0.032, 0.036],
];

const ARM_SIDES = 16;
const LEG_SIDES = 13;

const outOf = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);
const placeOf = (bone: number): Point => BONES[bone]?.at ?? [0, 0, 0];
/** Adds an arm from the shoulder to the wrist. */
export function addArm(surface: SkinnedSurface, side: Side): void {
  const [upper, lower] = [boneIndex(`${side}.upperArm`), boneIndex(`${side}.forearm`)];
  const sections = hangingSections({
    joint: placeOf(upper),
    out: outOf(side),
    rows: ARM,
    bends: [{ below: LENGTH.upperArm, over: 0.036, bone: upper, next: lower }],
    step: 0.022,
    caps: [1, 0.2],
  });
  addTube(surface, sections, ARM_SIDES);
}

/** Adds a leg from the hip to the sole. */
export function addLeg(surface: SkinnedSurface, side: Side): void {
  const [thigh, shin, foot] = [
    boneIndex(`${side}.thigh`),
    boneIndex(`${side}.shin`),
    boneIndex(`${side}.foot`),
  ];
  const sections = hangingSections({
    joint: placeOf(thigh),
    out: outOf(side),
    rows: LEG,
    bends: [
      { below: LENGTH.thigh, over: 0.05, bone: thigh, next: shin },
      { below: LENGTH.thigh + LENGTH.shin, over: 0.03, bone: shin, next: foot },
    ],
    step: 0.042,
    caps: [0.8, 0.4],
  });
  addTube(surface, sections, LEG_SIDES);
  addFoot(surface, placeOf(foot), foot);
}

/** From heel to toe: forward of the ankle, height of the middle over the floor, half width and half height. */
const FOOT: readonly (readonly [number, number, number, number])[] = [
  [-0.058, 0.03, 0.012, 0.014],
  [-0.05, 0.033, 0.026, 0.029],
  [-0.03, 0.04, 0.032, 0.038],
  [0.0, 0.044, 0.033, 0.043],
  [0.04, 0.038, 0.034, 0.037],
  [0.09, 0.026, 0.041, 0.026],
  [0.13, 0.018, 0.043, 0.018],
  [0.165, 0.014, 0.036, 0.013],
  [0.182, 0.012, 0.018, 0.008],
];

function addFoot(surface: SkinnedSurface, [x, , z]: Point, bone: number): void {
  const binding = { bone, next: bone, share: 0 };
  const sections = FOOT.map(([forward, height, halfWidth, halfHeight]) => ({
    at: [x, height, z + forward] as const,
    across: [halfWidth, 0, 0] as const,
    through: [0, halfHeight, 0] as const,
    color: CLAY,
    binding,
  }));
  addTube(surface, sections, LEG_SIDES);
}
