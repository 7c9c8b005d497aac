/** The joints of a body, by the names of Unreal's mannequin; `jaw`, `eye_l` and `eye_r` beside them. */
export const JOINTS = [
  'pelvis',
  'spine_01',
  'spine_02',
  'spine_03',
  'spine_04',
  'spine_05',
  'neck_01',
  'neck_02',
  'head',
  'jaw',
  ...sided('eye'),
  ...sided('clavicle'),
  ...sided('upperarm'),
  ...sided('upperarm_twist_01'),
  ...sided('lowerarm'),
  ...sided('lowerarm_twist_01'),
  ...sided('hand'),
  ...sided('thumb_01'),
  ...sided('thumb_02'),
  ...sided('thumb_03'),
  ...sided('index_metacarpal'),
  ...sided('index_01'),
  ...sided('index_02'),
  ...sided('index_03'),
  ...sided('middle_metacarpal'),
  ...sided('middle_01'),
  ...sided('middle_02'),
  ...sided('middle_03'),
  ...sided('ring_metacarpal'),
  ...sided('ring_01'),
  ...sided('ring_02'),
  ...sided('ring_03'),
  ...sided('pinky_metacarpal'),
  ...sided('pinky_01'),
  ...sided('pinky_02'),
  ...sided('pinky_03'),
  ...sided('thigh'),
  ...sided('calf'),
  ...sided('foot'),
  ...sided('ball'),
] as const;
export type Joint = (typeof JOINTS)[number];

/** Joints that skeletons may do without: more of the spine and neck than every body has, twists, metacarpals, the face. */
const OPTIONAL = /^(spine_0[2-5]|neck_02|jaw|eye_.|.*_twist_01_.|.*_metacarpal_.)$/;

/** Joints without which a body cannot sign: head, arms and every finger. */
export const NEEDED_JOINTS: readonly Joint[] = JOINTS.filter((joint) => !OPTIONAL.test(joint));

/** The subject's left and right. */
function sided<const Name extends string>(name: Name): [`${Name}_l`, `${Name}_r`] {
  return [`${name}_l`, `${name}_r`];
}
