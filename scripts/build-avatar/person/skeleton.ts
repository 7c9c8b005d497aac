import { centroid, type Points, type Vec3 } from '../geometry/points.ts';
import type { BaseMesh } from '../source/base.ts';

/** A joint under its Unreal mannequin name, and the source rig's bones that it stands for. */
export interface JointPlan {
  readonly name: string;
  readonly parent: string | null;
  /** Its place: where this bone of the source rig begins. */
  readonly at: string;
  /** Source bones whose weights it takes, `at` included where it has any. */
  readonly takes: readonly string[];
}

export interface Joint extends JointPlan {
  /** Decimetres, in the space of the mesh. */
  readonly position: Vec3;
}

const joint = (name: string, parent: string | null, at: string, ...also: string[]): JointPlan => ({
  name,
  parent,
  at,
  takes: [at, ...also],
});

const SPINE: readonly JointPlan[] = [
  { name: 'root', parent: null, at: 'root', takes: [] },
  joint('pelvis', 'root', 'root', 'pelvis.L', 'pelvis.R'),
  joint('spine_01', 'pelvis', 'spine05'),
  joint('spine_02', 'spine_01', 'spine04'),
  joint('spine_03', 'spine_02', 'spine03'),
  joint('spine_04', 'spine_03', 'spine02', 'breast.L', 'breast.R'),
  joint('spine_05', 'spine_04', 'spine01'),
  joint('neck_01', 'spine_05', 'neck01'),
  joint('neck_02', 'neck_01', 'neck02', 'neck03'),
  // Bones of the face move with the head: the face itself is driven by morph targets.
  joint('head', 'neck_02', 'head'),
  { name: 'FACIAL_L_Eye', parent: 'head', at: 'eye.L', takes: [] },
  { name: 'FACIAL_R_Eye', parent: 'head', at: 'eye.R', takes: [] },
];

const FINGERS = ['index', 'middle', 'ring', 'pinky'] as const;

function limbs(side: 'l' | 'r'): readonly JointPlan[] {
  const from = side.toUpperCase();
  const toes = [1, 2, 3, 4, 5].flatMap((toe) => [1, 2, 3].map((part) => `toe${toe}-${part}.${from}`));
  return [
    joint(`clavicle_${side}`, 'spine_05', `clavicle.${from}`, `shoulder01.${from}`),
    joint(`upperarm_${side}`, `clavicle_${side}`, `upperarm01.${from}`),
    joint(`upperarm_twist_01_${side}`, `upperarm_${side}`, `upperarm02.${from}`),
    joint(`lowerarm_${side}`, `upperarm_${side}`, `lowerarm01.${from}`),
    joint(`lowerarm_twist_01_${side}`, `lowerarm_${side}`, `lowerarm02.${from}`),
    joint(`hand_${side}`, `lowerarm_${side}`, `wrist.${from}`),
    joint(`thumb_01_${side}`, `hand_${side}`, `finger1-1.${from}`),
    joint(`thumb_02_${side}`, `thumb_01_${side}`, `finger1-2.${from}`),
    joint(`thumb_03_${side}`, `thumb_02_${side}`, `finger1-3.${from}`),
    ...FINGERS.flatMap((finger, i) => [
      joint(`${finger}_metacarpal_${side}`, `hand_${side}`, `metacarpal${i + 1}.${from}`),
      joint(`${finger}_01_${side}`, `${finger}_metacarpal_${side}`, `finger${i + 2}-1.${from}`),
      joint(`${finger}_02_${side}`, `${finger}_01_${side}`, `finger${i + 2}-2.${from}`),
      joint(`${finger}_03_${side}`, `${finger}_02_${side}`, `finger${i + 2}-3.${from}`),
    ]),
    joint(`thigh_${side}`, 'pelvis', `upperleg01.${from}`, `upperleg02.${from}`),
    joint(`calf_${side}`, `thigh_${side}`, `lowerleg01.${from}`, `lowerleg02.${from}`),
    joint(`foot_${side}`, `calf_${side}`, `foot.${from}`),
    { name: `ball_${side}`, parent: `foot_${side}`, at: `toe2-1.${from}`, takes: toes },
  ];
}

/** Every joint of the avatar, parents before children. */
export const SKELETON: readonly JointPlan[] = [...SPINE, ...limbs('l'), ...limbs('r')];

/** The skeleton in the shaped body: every joint is the mean of the vertices that the rig names for it. */
export function placeJoints(base: BaseMesh, positions: Points): readonly Joint[] {
  return SKELETON.map((plan) => {
    if (plan.name === 'root') return { ...plan, position: [0, 0, 0] };
    const around = base.joints[`${plan.at}____head`];
    if (!around) throw new Error(`the source rig has no joint ${plan.at}`);
    return { ...plan, position: centroid(positions, around) };
  });
}
