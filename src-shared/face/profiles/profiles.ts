import { ARKIT_BLENDSHAPES } from '../arkit.ts';
import { CC3_EXPLUS_TARGETS } from './cc3ExPlus.ts';
import { CC4_EXTENDED_TARGETS } from './cc4Extended.ts';
import { CC4_STANDARD_TARGETS } from './cc4Standard.ts';
import { CC5_HD_TARGETS } from './cc5Hd.ts';

/** The naming schemes of avatars' morph targets that the rig speaks. */
export const FACE_PROFILES = ['cc4_extended', 'cc4_standard', 'cc3_explus', 'cc5_hd', 'arkit'] as const;
export type FaceProfile = (typeof FACE_PROFILES)[number];

/** Every target that an avatar of a profile may have; an avatar rarely has all. */
export const PROFILE_TARGETS: Readonly<Record<FaceProfile, readonly string[]>> = {
  cc4_extended: CC4_EXTENDED_TARGETS,
  cc4_standard: CC4_STANDARD_TARGETS,
  cc3_explus: CC3_EXPLUS_TARGETS,
  cc5_hd: CC5_HD_TARGETS,
  arkit: ARKIT_BLENDSHAPES,
};
