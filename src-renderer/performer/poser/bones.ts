import { FINGERS, type Finger, SIDES, type Side } from '#shared/body/index.ts';

/** A joint position in metres: x to the figure's left, y up, z forward, the floor at 0. */
export type Place = readonly [x: number, y: number, z: number];

/** From the knuckle outward; of the thumb from its root at the wrist. */
export const PHALANGES = ['1', '2', '3'] as const;
type Phalanx = (typeof PHALANGES)[number];

type TrunkBone = 'pelvis' | 'spine' | 'chest' | 'head';
type LimbBone = 'upperArm' | 'forearm' | 'hand' | 'thigh' | 'shin' | 'foot' | `${Finger | 'thumb'}${Phalanx}`;
export type BoneName = TrunkBone | `${Side}.${LimbBone}`;

interface Bone {
  readonly name: BoneName;
  readonly parent: number;
  /** Where its joint is while every rotation is the identity: standing, arms and fingers straight down, facing +z. */
  readonly at: Place;
}

/** Lengths of an adult of 1.7 m, in metres. */
export const LENGTH = { upperArm: 0.285, forearm: 0.245, thigh: 0.43, shin: 0.41, ankle: 0.08 } as const;
/** Phalanges from the knuckle outward; the thumb's first is its metacarpal. */
const FINGER_LENGTHS: Readonly<Record<Finger | 'thumb', Place>> = {
  thumb: [0.042, 0.032, 0.026],
  index: [0.042, 0.025, 0.021],
  middle: [0.046, 0.029, 0.022],
  ring: [0.043, 0.027, 0.022],
  pinky: [0.033, 0.02, 0.019],
};
/** Roots of the left hand's fingers from the wrist; the palm faces the thigh. */
const FINGER_ROOTS: Readonly<Record<Finger | 'thumb', Place>> = {
  thumb: [-0.008, -0.024, 0.02],
  index: [0.001, -0.086, 0.026],
  middle: [0.003, -0.09, 0.006],
  ring: [0.002, -0.085, -0.0125],
  pinky: [-0.001, -0.076, -0.029],
};
/** Where the left thumb points from its root in the bind pose; a unit vector. */
export const THUMB_DIRECTION: Place = [-0.36, -0.72, 0.5933];

const HIPS: Place = [0, 0.92, 0];
const SHOULDER: Place = [0.166, 1.388, -0.008];
const HIP_HALF_WIDTH = 0.092;

const bones: Bone[] = [];
const indexByName = new Map<BoneName, number>();

function addBone(name: BoneName, parent: BoneName | undefined, at: Place): void {
  indexByName.set(name, bones.length);
  bones.push({ name, parent: parent === undefined ? -1 : boneIndex(parent), at });
}

/** Position of a bone in `BONES`. */
export function boneIndex(name: BoneName): number {
  return indexByName.get(name) ?? -1;
}

function addFinger(side: Side, finger: Finger | 'thumb', wrist: Place): void {
  const out = side === 'left' ? 1 : -1;
  const [rootX, rootY, rootZ] = FINGER_ROOTS[finger];
  const [dx, dy, dz] = finger === 'thumb' ? THUMB_DIRECTION : ([0, -1, 0] as const);
  let along = 0;
  let parent: BoneName = `${side}.hand`;
  for (const [i, phalanx] of PHALANGES.entries()) {
    const name: BoneName = `${side}.${finger}${phalanx}`;
    addBone(name, parent, [
      wrist[0] + out * (rootX + dx * along),
      wrist[1] + rootY + dy * along,
      wrist[2] + rootZ + dz * along,
    ]);
    along += FINGER_LENGTHS[finger][i] ?? 0;
    parent = name;
  }
}

addBone('pelvis', undefined, HIPS);
addBone('spine', 'pelvis', [0, 1.06, -0.006]);
addBone('chest', 'spine', [0, 1.19, -0.012]);
addBone('head', 'chest', [0, 1.512, 0.002]);
for (const side of SIDES) {
  const out = side === 'left' ? 1 : -1;
  const [shoulderX, shoulderY, shoulderZ] = SHOULDER;
  const x = out * shoulderX;
  const wrist: Place = [x, shoulderY - LENGTH.upperArm - LENGTH.forearm, shoulderZ];
  addBone(`${side}.upperArm`, 'chest', [x, shoulderY, shoulderZ]);
  addBone(`${side}.forearm`, `${side}.upperArm`, [x, shoulderY - LENGTH.upperArm, shoulderZ]);
  addBone(`${side}.hand`, `${side}.forearm`, wrist);
  for (const finger of ['thumb', ...FINGERS] as const) addFinger(side, finger, wrist);
  const hip: Place = [out * HIP_HALF_WIDTH, HIPS[1], 0];
  addBone(`${side}.thigh`, 'pelvis', hip);
  addBone(`${side}.shin`, `${side}.thigh`, [hip[0], hip[1] - LENGTH.thigh, 0]);
  addBone(`${side}.foot`, `${side}.shin`, [hip[0], LENGTH.ankle, 0]);
}

/** Every bone, parents first. */
export const BONES: readonly Bone[] = bones;
