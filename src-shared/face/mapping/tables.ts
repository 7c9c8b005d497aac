import { builtInPresets, type MappingPreset, type MappingProfile } from '../presets/index.ts';
import { type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';
import { composeMappings } from './compose.ts';

/** The built-in mapping from one vocabulary to another; a vocabulary is mapped onto itself name by name. */
export function mappingBetween(from: MappingProfile, to: FaceProfile): MappingPreset | undefined {
  return from === to
    ? identity(to)
    : builtInPresets('mapping').find((mapping) => mapping.from === from && mapping.to === to);
}

/**
 * The mapping that leads to a profile: the given one, carried on to the profile where it ends in another vocabulary for
 * which there is a built-in table; so the avatar engine's own names drive a CC4 avatar.
 */
export function mappingTo(profile: FaceProfile, mapping?: MappingPreset): MappingPreset | undefined {
  if (!mapping) return mappingBetween('arkit', profile);
  if (mapping.to === profile) return mapping;
  const onward = mappingBetween(mapping.to, profile);
  return onward && composeMappings(mapping, onward);
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
