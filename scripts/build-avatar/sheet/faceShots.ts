import { PROFILE_TARGETS } from '#shared/face/index.ts';
import type { Camera } from '../../film/index.ts';
import { facing } from './poses.ts';
import type { Shot } from './shots.ts';

/** A little from the subject's left: lips and lids that part show. */
const YAW = 0.13;
const FACE: Camera = { view: 'face', distance: 1, yaw: YAW };
const NECK: Camera = { view: 'bust', distance: 0.7, yaw: YAW };
/** Head turns are the head joint's work, not the face's. */
const TARGETS = PROFILE_TARGETS.cc4_extended.filter((name) => !name.startsWith('Head_'));
/** Targets that show nothing while the lips are shut, or that only make sense with others, and what they are shown with. */
const COMPANIONS: readonly (readonly [pattern: RegExp, companion: string])[] = [
  [/^Teeth_.*_U$/, 'V_Lip_Open'],
  [/^(Tongue_|V_Tongue|Teeth_|Mouth_Close)/, 'Jaw_Open'],
];

const both = (name: string): [left: string, right: string] => [`${name}_L`, `${name}_R`];

/** Targets that meet in faces. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'Mouth_Close alone': ['Mouth_Close'],
  'Tongue_Out alone': ['Tongue_Out'],
  'blink + look down': [...both('Eye_Blink'), 'Eye_L_Look_Down', 'Eye_R_Look_Down'],
  happy: [...both('Mouth_Smile'), ...both('Cheek_Raise')],
  surprised: [...both('Brow_Raise_Inner'), ...both('Brow_Raise_Outer'), ...both('Eye_Wide'), 'V_Open'],
  angry: [...both('Brow_Drop'), ...both('Brow_Compress'), ...both('Nose_Sneer')],
  sad: [...both('Brow_Raise_Inner'), ...both('Mouth_Frown')],
};

/** The neutral face, each target at its full weight, and some of them together. */
export function faceShots(): Shot[] {
  const shot = (label: string, targets: readonly string[]): Shot => ({
    label,
    camera: label.startsWith('Neck_') ? NECK : FACE,
    pose: facing(...targets),
  });
  return [
    shot('neutral', []),
    ...TARGETS.map((name) => {
      const companion = COMPANIONS.find(([pattern]) => pattern.test(name))?.[1];
      return companion ? shot(`${name} + ${companion}`, [companion, name]) : shot(name, [name]);
    }),
    ...Object.entries(TOGETHER).map(([label, targets]) => shot(label, targets)),
  ];
}
