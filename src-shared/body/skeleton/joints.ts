import { SIDES, type Side } from '../landmarks.ts';

/** A joint position in metres: x to the person's left, y up, z forward, the floor at 0. */
export type Place = readonly [x: number, y: number, z: number];

export const FINGERS = ['index', 'middle', 'ring', 'pinky'] as const;
export type Finger = (typeof FINGERS)[number];

type SideLetter = 'l' | 'r';
type TrunkJoint = 'pelvis' | `spine_0${1 | 2 | 3 | 4 | 5}` | 'neck_01' | 'neck_02' | 'head';
type ArmJoint = 'clavicle' | 'upperarm' | 'lowerarm' | 'hand';
type LegJoint = 'thigh' | 'calf' | 'foot' | 'ball';
type FingerJoint = `${Finger}_metacarpal` | `${Finger | 'thumb'}_0${1 | 2 | 3}`;
/** A joint by the name that Unreal's mannequin gives it. */
export type JointName = TrunkJoint | `${ArmJoint | LegJoint | FingerJoint}_${SideLetter}`;

interface Joint {
  readonly name: JointName;
  /** Position of its parent in `JOINTS`; -1 for the pelvis. */
  readonly parent: number;
  /** Where it is at rest: standing in a T, palms down, facing +z. */
  readonly at: Place;
}

/** Of an adult of 1.7 m, in metres. */
const TRUNK: Readonly<Record<TrunkJoint, Place>> = {
  pelvis: [0, 0.92, 0],
  spine_01: [0, 0.97, -0.002],
  spine_02: [0, 1.06, -0.006],
  spine_03: [0, 1.12, -0.01],
  spine_04: [0, 1.19, -0.012],
  spine_05: [0, 1.31, -0.014],
  neck_01: [0, 1.425, -0.014],
  neck_02: [0, 1.468, -0.006],
  head: [0, 1.512, 0.002],
};
const SHOULDER: Place = [0.166, 1.388, -0.008];
const COLLAR: Place = [0.025, 1.4, 0.01];
export const UPPER_ARM_LENGTH = 0.285;
export const FOREARM_LENGTH = 0.245;
const LEG: Readonly<Record<LegJoint, Place>> = {
  thigh: [0.092, 0.92, 0],
  calf: [0.092, 0.49, 0],
  foot: [0.092, 0.08, -0.01],
  ball: [0.092, 0.02, 0.13],
};
/** Roots of the left hand's fingers from the wrist: outward, up, forward. */
const FINGER_ROOTS: Readonly<Record<Finger | 'thumb', Place>> = {
  thumb: [0.024, -0.008, 0.02],
  index: [0.086, 0.001, 0.026],
  middle: [0.09, 0.003, 0.006],
  ring: [0.085, 0.002, -0.0125],
  pinky: [0.076, -0.001, -0.029],
};
/** Phalanges from the knuckle outward; the thumb's first is its metacarpal. */
const FINGER_LENGTHS: Readonly<Record<Finger | 'thumb', Place>> = {
  thumb: [0.042, 0.032, 0.026],
  index: [0.042, 0.025, 0.021],
  middle: [0.046, 0.029, 0.022],
  ring: [0.043, 0.027, 0.022],
  pinky: [0.033, 0.02, 0.019],
};
/** Where the left thumb points from its root at rest; a unit vector. */
const THUMB_DIRECTION: Place = [0.72, -0.36, 0.5933];
/** A metacarpal's root lies this far from the wrist towards its knuckle. */
const METACARPAL_ROOT = 0.25;

const joints: Joint[] = [];
const indexByName = new Map<string, number>();

function add(name: JointName, parent: JointName | undefined, at: Place): void {
  indexByName.set(name, joints.length);
  joints.push({ name, parent: parent === undefined ? -1 : jointIndex(parent), at });
}

/** Position of a joint in `JOINTS`. */
export function jointIndex(name: JointName): number {
  return indexByName.get(name) ?? -1;
}

export const sideLetter = (side: Side): SideLetter => (side === 'left' ? 'l' : 'r');

function addArm(side: Side): void {
  const letter = sideLetter(side);
  const mirrored = ([x, y, z]: Place): Place => (side === 'left' ? [x, y, z] : [-x, y, z]);
  const [x, y, z] = SHOULDER;
  const wrist = x + UPPER_ARM_LENGTH + FOREARM_LENGTH;
  add(`clavicle_${letter}`, 'spine_05', mirrored(COLLAR));
  add(`upperarm_${letter}`, `clavicle_${letter}`, mirrored(SHOULDER));
  add(`lowerarm_${letter}`, `upperarm_${letter}`, mirrored([x + UPPER_ARM_LENGTH, y, z]));
  add(`hand_${letter}`, `lowerarm_${letter}`, mirrored([wrist, y, z]));
  for (const finger of ['thumb', ...FINGERS] as const) {
    const [out, up, forward] = FINGER_ROOTS[finger];
    const direction: Place = finger === 'thumb' ? THUMB_DIRECTION : [1, 0, 0];
    const along = (length: number): Place =>
      mirrored([
        wrist + out + direction[0] * length,
        y + up + direction[1] * length,
        z + forward + direction[2] * length,
      ]);
    let parent: JointName = `hand_${letter}`;
    if (finger !== 'thumb') {
      const metacarpal: JointName = `${finger}_metacarpal_${letter}`;
      const root = METACARPAL_ROOT;
      add(metacarpal, parent, mirrored([wrist + out * root, y + up * root, z + forward * root]));
      parent = metacarpal;
    }
    let length = 0;
    for (const phalanx of [1, 2, 3] as const) {
      const name: JointName = `${finger}_0${phalanx}_${letter}`;
      add(name, parent, along(length));
      length += FINGER_LENGTHS[finger][phalanx - 1] ?? 0;
      parent = name;
    }
  }
}

function addLeg(side: Side): void {
  const letter = sideLetter(side);
  let parent: JointName = 'pelvis';
  for (const [part, [x, y, z]] of Object.entries(LEG) as [LegJoint, Place][]) {
    add(`${part}_${letter}`, parent, [side === 'left' ? x : -x, y, z]);
    parent = `${part}_${letter}`;
  }
}

let above: TrunkJoint | undefined;
for (const [name, at] of Object.entries(TRUNK) as [TrunkJoint, Place][]) {
  add(name, above, at);
  above = name;
}
for (const side of SIDES) addArm(side);
for (const side of SIDES) addLeg(side);

/**
 * The joints of the canonical skeleton, parents first, with the names of Unreal's mannequin. At rest it stands in a T,
 * palms down, and every joint's axes are the world's: x to the person's left, y up, z forward.
 */
export const JOINTS: readonly Joint[] = joints;
export const JOINT_COUNT = joints.length;
