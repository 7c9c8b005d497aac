import { builtInPresets } from '../presets/index.ts';
import { type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';

const cache = new Map<FaceProfile, readonly string[]>();

/**
 * The targets of a profile without which a face cannot do what is asked of it: those through which the product's own
 * mapping shows the 52 ARKit shapes, and the profile's visemes.
 */
export function expectedTargets(profile: FaceProfile): readonly string[] {
  const known = cache.get(profile);
  if (known) return known;
  const expected = profile === 'arkit' ? PROFILE_TARGETS.arkit : driven(profile);
  cache.set(profile, expected);
  return expected;
}

function driven(profile: FaceProfile): string[] {
  const mapping = builtInPresets('mapping').find(({ from, to }) => from === 'arkit' && to === profile);
  const names = new Set([
    ...Object.values(mapping?.controls ?? {}).flatMap((targets) => Object.keys(targets)),
    ...(mapping?.rules ?? []).flatMap(({ controls }) => controls),
  ]);
  return PROFILE_TARGETS[profile].filter((target) => names.has(target) || target.startsWith('V_'));
}
