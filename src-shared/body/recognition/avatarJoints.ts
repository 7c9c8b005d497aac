import { JOINTS, type JointName } from '../skeleton/index.ts';

const EXTRAS = [
  'jaw',
  'eye_l',
  'eye_r',
  'upperarm_twist_01_l',
  'upperarm_twist_01_r',
  'lowerarm_twist_01_l',
  'lowerarm_twist_01_r',
] as const;

/** A joint of the canonical skeleton, or a bone beside it that avatars may have: jaw, eyes, twists of the arms. */
export type AvatarJoint = JointName | (typeof EXTRAS)[number];
export const AVATAR_JOINTS: readonly AvatarJoint[] = [...JOINTS.map(({ name }) => name), ...EXTRAS];

/** What skeletons may do without beside the extras: more of the spine and neck than every body has, metacarpals. */
const OPTIONAL = /^(spine_0[2-5]|neck_02|.*_metacarpal_.)$/;

/** Joints without which a body cannot sign: head, arms and every finger. */
export const NEEDED_JOINTS: readonly JointName[] = JOINTS.flatMap(({ name }) =>
  OPTIONAL.test(name) ? [] : [name],
);
