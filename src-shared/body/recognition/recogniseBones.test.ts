import { describe, expect, it } from 'vitest';
import { AVATAR_JOINTS } from './avatarJoints.ts';
import { recogniseBones } from './index.ts';

const SIDES = ['L', 'R'];
const FINGERS = ['Thumb', 'Index', 'Mid', 'Ring', 'Pinky'];

/** Bones of a CC4 character as its FBX names them, without twists of the legs and facial bones. */
const reallusion = [
  'RL_BoneRoot',
  'CC_Base_Hip',
  'CC_Base_Pelvis',
  'CC_Base_Waist',
  'CC_Base_Spine01',
  'CC_Base_Spine02',
  'CC_Base_NeckTwist01',
  'CC_Base_NeckTwist02',
  'CC_Base_Head',
  'CC_Base_FacialBone',
  'CC_Base_JawRoot',
  ...SIDES.flatMap((side) => [
    ...['Eye', 'Clavicle', 'Upperarm', 'UpperarmTwist01', 'Forearm', 'ForearmTwist01', 'Hand'].map(
      (bone) => `CC_Base_${side}_${bone}`,
    ),
    ...FINGERS.flatMap((finger) => [1, 2, 3].map((n) => `CC_Base_${side}_${finger}${n}`)),
    ...['Thigh', 'Calf', 'Foot', 'ToeBase'].map((bone) => `CC_Base_${side}_${bone}`),
  ]),
];

const mixamo = [
  ...['Hips', 'Spine', 'Spine1', 'Spine2', 'Neck', 'Head', 'HeadTop_End'],
  ...['Left', 'Right'].flatMap((side) => [
    ...['Shoulder', 'Arm', 'ForeArm', 'Hand', 'UpLeg', 'Leg', 'Foot', 'ToeBase'].map((bone) => side + bone),
    ...['Thumb', 'Index', 'Middle', 'Ring', 'Pinky'].flatMap((finger) =>
      [1, 2, 3, 4].map((n) => `${side}Hand${finger}${n}`),
    ),
  ]),
];

describe('the skeleton of a file', () => {
  it('is known from a CC4 character', () => {
    const { skeleton, bones, missing } = recogniseBones(reallusion);
    expect({ skeleton, missing }).toEqual({ skeleton: 'reallusion', missing: [] });
    expect(bones).toMatchObject({
      pelvis: 'CC_Base_Hip',
      head: 'CC_Base_Head',
      jaw: 'CC_Base_JawRoot',
      eye_l: 'CC_Base_L_Eye',
      lowerarm_r: 'CC_Base_R_Forearm',
      middle_02_l: 'CC_Base_L_Mid2',
      upperarm_twist_01_r: 'CC_Base_R_UpperarmTwist01',
      lowerarm_twist_01_l: 'CC_Base_L_ForearmTwist01',
      lowerarm_twist_01_r: 'CC_Base_R_ForearmTwist01',
    });
  });

  it.each(['mixamorig:', 'mixamorig', 'mixamorig1:', ''])(
    'is known from Mixamo with the prefix "%s"',
    (prefix) => {
      const { skeleton, bones, missing } = recogniseBones(mixamo.map((bone) => prefix + bone));
      expect({ skeleton, missing }).toEqual({ skeleton: 'mixamo', missing: [] });
      expect(bones).toMatchObject({
        clavicle_l: `${prefix}LeftShoulder`,
        pinky_03_r: `${prefix}RightHandPinky3`,
      });
    },
  );

  it('is Unreal’s own', () => {
    const { skeleton, bones, missing } = recogniseBones([...AVATAR_JOINTS, 'root', 'ik_hand_l']);
    expect({ skeleton, missing }).toEqual({ skeleton: 'unreal', missing: [] });
    for (const joint of AVATAR_JOINTS) expect(bones[joint]).toBe(joint);
  });

  it('has the eyes of our own avatar', () => {
    expect(recogniseBones(['head', 'FACIAL_L_Eye', 'FACIAL_R_Eye']).bones).toEqual({
      head: 'head',
      eye_l: 'FACIAL_L_Eye',
      eye_r: 'FACIAL_R_Eye',
    });
  });

  it('lacks what it lacks', () => {
    const { missing } = recogniseBones(reallusion.filter((bone) => !bone.includes('L_Thumb')));
    expect(missing).toEqual(['thumb_01_l', 'thumb_02_l', 'thumb_03_l']);
  });

  it('is nobody’s where no bone is known', () => {
    expect(recogniseBones(['Bone', 'Bone.001'])).toMatchObject({ skeleton: null, bones: {} });
  });
});
