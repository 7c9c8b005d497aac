import type { CompiledMapping, Translator } from '../mapping/index.ts';
import { type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';
import type { FaceRig } from './types.ts';

/** A mapping's targets that the profile has and the avatar lacks are absent; others mean nothing. */
export function reportNames(
  profile: FaceProfile,
  translator: Translator,
  { unknown: { sources, targets } }: CompiledMapping,
): FaceRig['report'] {
  const known = new Set(PROFILE_TARGETS[profile]);
  return {
    unknown: [...translator.unknown, ...sources, ...targets.filter((name) => !known.has(name))],
    absent: [...translator.absent, ...targets.filter((name) => known.has(name))],
  };
}
