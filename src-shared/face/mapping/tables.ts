import { builtInPresets, type MappingPreset, type MappingProfile } from '../presets/index.ts';
import { type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';
import { canCompose, composeMappings } from './compose.ts';

/** The built-in mapping from one vocabulary to another; a vocabulary is mapped onto itself name by name. */
export function mappingBetween(from: MappingProfile, to: FaceProfile): MappingPreset | undefined {
  return from === to
    ? identity(to)
    : builtInPresets('mapping').find((mapping) => mapping.from === from && mapping.to === to);
}

/**
 * The mapping from ARKit's coefficients, which is what tracking gives, to a profile: the given one, or the built-in one. One
 * that ends in another vocabulary is carried on where a built-in table leads to the profile; so the avatar engine's own
 * names drive a CC4 avatar, unless it has limits there.
 * @throws UnfitMappingError where `mappingFits` says no
 */
export function mappingTo(
  profile: FaceProfile,
  mapping: MappingPreset | undefined = mappingBetween('arkit', profile),
): MappingPreset {
  const found = mapping && carriedOn(mapping, profile);
  if (!found) throw new UnfitMappingError(mapping?.name ?? 'none', profile);
  return found;
}

/** Whether `mappingTo` has an answer: whether a rig of a profile can be driven by a mapping. */
export function mappingFits(mapping: MappingPreset, profile: FaceProfile): boolean {
  return carriedOn(mapping, profile) !== undefined;
}

/** A rig was given a mapping that cannot drive it; `mappingFits` tells it beforehand. */
export class UnfitMappingError extends Error {
  override readonly name = 'UnfitMappingError';

  constructor(mapping: string, profile: FaceProfile) {
    super(
      `the mapping "${mapping}" does not lead from arkit to ${profile}: ` +
        `choose one that does, or none, so that the built-in one is taken`,
    );
  }
}

function carriedOn(mapping: MappingPreset, profile: FaceProfile): MappingPreset | undefined {
  if (mapping.from !== 'arkit') return undefined;
  if (mapping.to === profile) return mapping;
  const onward = mappingBetween(mapping.to, profile);
  return onward && canCompose(mapping, onward) ? composeMappings(mapping, onward) : undefined;
}

function identity(profile: FaceProfile): MappingPreset {
  return {
    format: 'mimesis-preset',
    version: 1,
    kind: 'mapping',
    name: `${profile} as it is`,
    source: 'Each name drives itself.',
    from: profile,
    to: profile,
    controls: Object.fromEntries(PROFILE_TARGETS[profile].map((name) => [name, { [name]: 1 }])),
    rules: [],
  };
}
