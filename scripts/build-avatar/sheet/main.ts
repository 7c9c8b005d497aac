import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../../testing/shared.ts';
import { type Facts, type Shot, withStage } from './browser.ts';
import { type ArmAim, armRotations, HAND_SHAPES, handRotations, type Rotations } from './poses.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'avatar-sheet.png' },
    avatar: { type: 'string', default: join(repositoryRoot, 'resources/avatars/default.glb') },
    size: { type: 'string', default: '300' },
    columns: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
});

const size = Number(values.size);
const columns = Number(values.columns);
/** Face to the camera, a little from above and from the subject's left. */
const FACE = { size, eye: [0.12, 1.54, 0.95], target: [0, 1.51, 0.06], fov: 15.5 } as const;

/** Targets that show nothing while the mouth is shut, or that only make sense with the jaw down. */
const NEEDS_JAW = /^(Tongue_|V_Tongue|Teeth_|Mouth_Close)/;

function morphShots(facts: Facts): Shot[] {
  const single = facts.morphs.map(
    (name): Shot => ({
      ...FACE,
      label: NEEDS_JAW.test(name) ? `${name} + Jaw_Open` : name,
      morphs: NEEDS_JAW.test(name) ? { Jaw_Open: 1, [name]: 1 } : { [name]: 1 },
    }),
  );
  const together = (label: string, ...names: string[]): Shot => ({
    ...FACE,
    label,
    morphs: Object.fromEntries(names.map((name) => [name, 1])),
  });
  const both = (name: string): [string, string] => [`${name}_L`, `${name}_R`];
  return [
    { ...FACE, label: 'neutral' },
    ...single,
    together('Mouth_Close alone', 'Mouth_Close'),
    together('Tongue_Out alone', 'Tongue_Out'),
    together('blink + look down', ...both('Eye_Blink'), 'Eye_L_Look_Down', 'Eye_R_Look_Down'),
    together('happy', ...both('Mouth_Smile'), ...both('Cheek_Raise')),
    together(
      'surprised',
      ...both('Brow_Raise_Inner'),
      ...both('Brow_Raise_Outer'),
      ...both('Eye_Wide'),
      'V_Open',
    ),
    together('angry', ...both('Brow_Drop'), ...both('Brow_Compress'), ...both('Nose_Sneer')),
    together('sad', ...both('Brow_Raise_Inner'), ...both('Mouth_Frown')),
  ];
}

/** Forearm upright before the shoulder, palm forward. */
const SHOWN: ArmAim = {
  upper: [0.35, -1, 0.25],
  lower: [0.05, 1, 0.35],
  fingers: [0, 1, 0],
  palm: [0, 0, 1],
};

const ARMS: Readonly<Record<string, ArmAim>> = {
  'arms raised': { upper: [0.35, 1, 0.1], lower: [0.1, 1, 0.1], fingers: [0, 1, 0], palm: [0, 0, 1] },
  'arms forward': { upper: [0.15, -0.2, 1], lower: [0, 0.1, 1], fingers: [0, 0, 1], palm: [-1, 0, 0] },
  'arms crossed': {
    upper: [0.25, -1, 0.55],
    lower: [-1, 0.35, 0.45],
    fingers: [-1, 0.2, 0],
    palm: [0, 0, -1],
  },
  'hand to face': {
    upper: [0.3, -0.8, 0.6],
    lower: [-0.55, 1, 0.05],
    fingers: [-0.3, 1, 0],
    palm: [-0.6, 0, -0.8],
  },
  'arms down': { upper: [0.18, -1, 0], lower: [0.08, -1, 0.15], fingers: [0, -1, 0.1], palm: [-1, 0, 0] },
  'arms out': { upper: [1, 0, 0], lower: [1, 0, 0.1], fingers: [1, 0, 0], palm: [0, -1, 0] },
};

function poseShots(facts: Facts): Shot[] {
  const arms = (aim: ArmAim): Rotations => ({
    ...armRotations(facts, 'l', aim),
    ...armRotations(facts, 'r', aim),
  });
  const hands = Object.entries(HAND_SHAPES).flatMap(([label, shape]): Shot[] => {
    const rotations = {
      ...arms(SHOWN),
      ...handRotations(facts, 'l', shape),
      ...handRotations(facts, 'r', shape),
    };
    return [
      {
        size,
        label: `${label}, left`,
        rotations,
        eye: [0.25, 1.45, 1.5],
        target: [0.25, 1.42, 0.3],
        fov: 10,
      },
      {
        size,
        label: `${label}, right`,
        rotations,
        eye: [-0.9, 1.5, 1.2],
        target: [-0.27, 1.42, 0.3],
        fov: 10,
      },
    ];
  });
  const bodies = Object.entries(ARMS).flatMap(([label, aim]): Shot[] => [
    { size, label, rotations: arms(aim), eye: [0.3, 1.4, 3], target: [0, 1.25, 0], fov: 27 },
    {
      size,
      label: `${label}, side`,
      rotations: arms(aim),
      eye: [2.2, 1.6, 1.8],
      target: [0, 1.25, 0],
      fov: 27,
    },
  ]);
  return [...hands, ...bodies];
}

await withStage(values.avatar, async ({ facts, sheet }) => {
  const shots = [...morphShots(facts), ...poseShots(facts)].filter(
    ({ label }) => !values.only || new RegExp(values.only).test(label),
  );
  const file = resolve(values.out);
  writeFileSync(file, await sheet(shots, columns));
  process.stdout.write(`${file}: ${shots.length} pictures\n`);
});
