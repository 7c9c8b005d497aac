import { builtInPresets } from '../presets/index.ts';
import { type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';

/**
 * Per profile the targets without which a face cannot do what is asked of it: those through which the product's own
 * mapping shows the 52 ARKit shapes, and the profile's visemes.
 */
export const EXPECTED_TARGETS: Readonly<Record<FaceProfile, readonly string[]>> = {
  cc4_extended: expectedOf('cc4_extended'),
  cc4_standard: expectedOf('cc4_standard'),
  cc3_explus: expectedOf('cc3_explus'),
  cc5_hd: expectedOf('cc5_hd'),
  arkit: PROFILE_TARGETS.arkit,
};

function expectedOf(profile: FaceProfile): string[] {
  const mapping = builtInPresets('mapping').find(({ from, to }) => from === 'arkit' && to === profile);
  const driven = new Set([
    ...Object.values(mapping?.controls ?? {}).flatMap((targets) => Object.keys(targets)),
    ...(mapping?.rules ?? []).flatMap(({ controls }) => controls),
  ]);
  return PROFILE_TARGETS[profile].filter((target) => driven.has(target) || target.startsWith('V_'));
}
