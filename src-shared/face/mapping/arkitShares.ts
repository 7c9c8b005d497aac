import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../arkit.ts';
import type { FaceProfile } from '../profiles/index.ts';
import { mappingTo } from './tables.ts';

/** How much a target says of one of ARKit's coefficients. */
export interface ArkitShare {
  readonly coefficient: ArkitBlendshape;
  readonly share: number;
}

/** Targets that a coefficient moves by less than this only go along with it. */
const MAIN_WEIGHT = 0.5;

/**
 * What each target of a profile says of ARKit's coefficients: the way back through the built-in mapping. A coefficient is
 * the sum of the weights of its main targets times their shares: the least-squares answer for it, taken alone. So targets
 * that it moves all to weight 1 each say an equal part of it. Targets that are no coefficient's main one say nothing.
 */
export function arkitSharesOf(profile: FaceProfile): ReadonlyMap<string, readonly ArkitShare[]> {
  const { controls } = mappingTo(profile);
  const shares = new Map<string, ArkitShare[]>();
  for (const coefficient of ARKIT_BLENDSHAPES) {
    const main = Object.entries(controls[coefficient] ?? {}).filter(([, weight]) => weight >= MAIN_WEIGHT);
    const squares = main.reduce((sum, [, weight]) => sum + weight * weight, 0);
    for (const [target, weight] of main) {
      const list = shares.get(target) ?? [];
      list.push({ coefficient, share: weight / squares });
      shares.set(target, list);
    }
  }
  return shares;
}
