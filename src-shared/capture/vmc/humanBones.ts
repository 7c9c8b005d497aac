import { JOINTS, type JointName, jointIndex, SIDES, sideLetter } from '../../body/index.ts';

/** A bone of Unity's humanoid, and the joints that it stands for. */
export interface HumanBone {
  readonly name: string;
  /** Position in `JOINTS` of the joint that lies where the bone does; it takes the bone's rotation. */
  readonly joint: number;
  /** All joints that the bone's rotation is made of, parents first. */
  readonly chain: readonly number[];
  /** From the bone above to this one at rest, in metres; of the hips, from the floor. */
  readonly offset: readonly [x: number, y: number, z: number];
}

type BoneJoints = readonly [name: string, joint: JointName, ...others: JointName[]];

/**
 * The humanoid has three joints in the spine and one in the neck where ours has five and two. Each bone of it lies at
 * the joint that is nearest in a body of usual measures.
 */
const TRUNK: readonly BoneJoints[] = [
  ['Hips', 'pelvis'],
  ['Spine', 'spine_01', 'spine_02'],
  ['Chest', 'spine_03', 'spine_04'],
  ['UpperChest', 'spine_05'],
  ['Neck', 'neck_01', 'neck_02'],
  ['Head', 'head'],
];

const FINGERS = [
  ['Index', 'index'],
  ['Middle', 'middle'],
  ['Ring', 'ring'],
  ['Little', 'pinky'],
] as const;

function limbs(): BoneJoints[] {
  return SIDES.flatMap((side): BoneJoints[] => {
    const l = sideLetter(side);
    const S = side === 'left' ? 'Left' : 'Right';
    return [
      [`${S}Shoulder`, `clavicle_${l}`],
      [`${S}UpperArm`, `upperarm_${l}`],
      [`${S}LowerArm`, `lowerarm_${l}`],
      [`${S}Hand`, `hand_${l}`],
      [`${S}UpperLeg`, `thigh_${l}`],
      [`${S}LowerLeg`, `calf_${l}`],
      [`${S}Foot`, `foot_${l}`],
      [`${S}Toes`, `ball_${l}`],
      [`${S}ThumbProximal`, `thumb_01_${l}`],
      [`${S}ThumbIntermediate`, `thumb_02_${l}`],
      [`${S}ThumbDistal`, `thumb_03_${l}`],
      ...FINGERS.flatMap(([bone, finger]): BoneJoints[] => [
        [`${S}${bone}Proximal`, `${finger}_01_${l}`, `${finger}_metacarpal_${l}`],
        [`${S}${bone}Intermediate`, `${finger}_02_${l}`],
        [`${S}${bone}Distal`, `${finger}_03_${l}`],
      ]),
    ];
  });
}

const joined = [...TRUNK, ...limbs()].map(([name, joint, ...others]) => ({
  name,
  joint: jointIndex(joint),
  chain: [joint, ...others].map(jointIndex).sort((a, b) => a - b),
}));

/** The bones of a body, those above first; the eyes and the jaw are not among them. */
export const HUMAN_BONES: readonly HumanBone[] = joined.map(({ name, joint, chain }) => {
  const above = JOINTS[chain[0] ?? 0]?.parent ?? -1;
  const [x, y, z] = JOINTS[joint]?.at ?? [0, 0, 0];
  const [x0, y0, z0] = JOINTS[joined.find((bone) => bone.chain.includes(above))?.joint ?? -1]?.at ?? [
    0, 0, 0,
  ];
  return { name, joint, chain, offset: [x - x0, y - y0, z - z0] };
});

export const EYE_BONES = ['LeftEye', 'RightEye'] as const;

/** Position in `HUMAN_BONES`. */
export const boneIndex = (name: string): number => HUMAN_BONES.findIndex((bone) => bone.name === name);
