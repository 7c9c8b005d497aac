import { foldName } from '../../face/index.ts';
import { AVATAR_JOINTS, type AvatarJoint } from './avatarJoints.ts';

/** The naming schemes of bones that are known. */
export const SKELETONS = ['unreal', 'reallusion', 'mixamo'] as const;
export type Skeleton = (typeof SKELETONS)[number];

const FINGERS = { thumb: 'Thumb', index: 'Index', middle: 'Middle', ring: 'Ring', pinky: 'Pinky' } as const;

type Sided = Readonly<Record<string, string>>;

/** Reallusion's bones of one side, `S` standing for the side; `CC_Base_` comes before each. */
const REALLUSION_SIDE: Sided = {
  eye: 'S_Eye',
  clavicle: 'S_Clavicle',
  upperarm: 'S_Upperarm',
  upperarm_twist_01: 'S_UpperarmTwist01',
  lowerarm: 'S_Forearm',
  lowerarm_twist_01: 'S_ForearmTwist01',
  hand: 'S_Hand',
  ...fingerBones((finger, bone) => `S_${finger === 'Middle' ? 'Mid' : finger}${bone}`),
  thigh: 'S_Thigh',
  calf: 'S_Calf',
  foot: 'S_Foot',
  ball: 'S_ToeBase',
};

/** Mixamo's bones of one side, after `Left` or `Right`; Ready Player Me and others have the same without a prefix. */
const MIXAMO_SIDE: Sided = {
  eye: 'Eye',
  clavicle: 'Shoulder',
  upperarm: 'Arm',
  lowerarm: 'ForeArm',
  hand: 'Hand',
  ...fingerBones((finger, bone) => `Hand${finger}${bone}`),
  thigh: 'UpLeg',
  calf: 'Leg',
  foot: 'Foot',
  ball: 'ToeBase',
};

/** Per scheme: folded bone name to joint. */
export const BONE_NAMES: Readonly<Record<Skeleton, ReadonlyMap<string, AvatarJoint>>> = {
  unreal: tableOf([
    ...AVATAR_JOINTS.map((joint): [string, AvatarJoint] => [joint, joint]),
    ['FACIAL_C_Jaw', 'jaw'],
    ['FACIAL_L_Eye', 'eye_l'],
    ['FACIAL_R_Eye', 'eye_r'],
  ]),
  reallusion: tableOf(
    (
      [
        ['Hip', 'pelvis'],
        ['Waist', 'spine_01'],
        ['Spine01', 'spine_02'],
        ['Spine02', 'spine_03'],
        ['NeckTwist01', 'neck_01'],
        ['NeckTwist02', 'neck_02'],
        ['Head', 'head'],
        ['JawRoot', 'jaw'],
        ...sideOf(REALLUSION_SIDE, 'l', (bone) => bone.replace('S_', 'L_')),
        ...sideOf(REALLUSION_SIDE, 'r', (bone) => bone.replace('S_', 'R_')),
      ] satisfies [string, AvatarJoint][]
    ).map(([bone, joint]) => [`CC_Base_${bone}`, joint]),
  ),
  mixamo: tableOf([
    ['Hips', 'pelvis'],
    ['Spine', 'spine_01'],
    ['Spine1', 'spine_02'],
    ['Spine2', 'spine_03'],
    ['Neck', 'neck_01'],
    ['Head', 'head'],
    ['Jaw', 'jaw'],
    ...sideOf(MIXAMO_SIDE, 'l', (bone) => `Left${bone}`),
    ...sideOf(MIXAMO_SIDE, 'r', (bone) => `Right${bone}`),
  ]),
};

function fingerBones(name: (finger: string, bone: number) => string): Sided {
  return Object.fromEntries(
    Object.entries(FINGERS).flatMap(([finger, label]) =>
      [1, 2, 3].map((bone) => [`${finger}_0${bone}`, name(label, bone)]),
    ),
  );
}

function sideOf(table: Sided, side: 'l' | 'r', name: (bone: string) => string): [string, AvatarJoint][] {
  return AVATAR_JOINTS.flatMap((joint): [string, AvatarJoint][] => {
    const bone = joint.endsWith(`_${side}`) ? table[joint.slice(0, -2)] : undefined;
    return bone === undefined ? [] : [[name(bone), joint]];
  });
}

function tableOf(entries: readonly (readonly [string, AvatarJoint])[]): ReadonlyMap<string, AvatarJoint> {
  return new Map(entries.map(([bone, joint]) => [foldName(bone), joint]));
}
