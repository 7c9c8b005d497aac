import { JOINTS } from '#shared/body/index.ts';
import { MimesisError, type OpenedAvatar } from '#shared/contract/index.ts';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import { hostUrl } from '../link/index.ts';
import type { AvatarFile } from '../viewport/index.ts';
import { words } from './words.ts';

/** The targets of an avatar's profile that its file has, in the profile's order. */
export function targetsOf({ face }: OpenedAvatar): string[] {
  return PROFILE_TARGETS[face.profile].filter((target) => (face.aliases[target]?.length ?? 0) > 0);
}

/**
 * Fetches an avatar's file from the host. Throws `missing_file`, or `host_unreachable`.
 */
export async function fetchAvatar(opened: OpenedAvatar, signal: AbortSignal): Promise<AvatarFile> {
  const response = await fetch(await hostUrl(opened.path), { signal });
  if (!response.ok) throw new MimesisError('missing_file', words.avatarGone(opened.avatar.name));
  const { face, skeleton } = opened;
  const joints = new Map(
    JOINTS.flatMap(({ name }) => {
      const bone = skeleton.bones[name];
      return bone === undefined ? [] : [[bone, name] as const];
    }),
  );
  return {
    file: await response.blob(),
    names: {
      targets: targetsOf(opened).map((target) => face.aliases[target] ?? []),
      bones: { joints, twists: twistsOf(opened), ...facialBones(opened) },
    },
  };
}

function twistsOf({ skeleton: { bones } }: OpenedAvatar) {
  const { lowerarm_twist_01_l: left, lowerarm_twist_01_r: right } = bones;
  return {
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
  };
}

/** Reallusion's avatars turn eyes and jaw with bones; their morph targets only shape lids and lips to that. */
function facialBones({ skeleton: { skeleton, bones } }: OpenedAvatar) {
  if (skeleton !== 'reallusion') return {};
  const { jaw, eye_l: left, eye_r: right } = bones;
  return {
    ...(jaw === undefined ? {} : { jaw }),
    ...(left === undefined || right === undefined ? {} : { eyes: { left, right } }),
  };
}
