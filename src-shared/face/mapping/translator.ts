import type { FaceProfile } from '../profiles/index.ts';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { mappingBetween } from './tables.ts';

/** Weights of a few targets: positions in the avatar's list, and how much each is moved. */
export interface SparseWeights {
  readonly indices: Uint16Array;
  readonly weights: Float32Array;
}

/** Turns weights by CC4 Extended names into those of an avatar's own targets. */
export interface Translator {
  /** The avatar's targets that a name moves, and how far; none where it means nothing, or nothing on this avatar. */
  targetsOf(name: string): readonly { readonly index: number; readonly weight: number }[];
  translate(weights: Readonly<Record<string, number>>): SparseWeights;
  /** The avatar's targets that any answer so far has moved. */
  readonly reached: ReadonlySet<number>;
}

const cc4Names: ReadonlySet<string> = new Set(PROFILE_TARGETS.cc4_extended);

/**
 * @param profile whose names the targets are
 * @param targets names of the avatar's targets, in its order
 */
export function createTranslator(profile: FaceProfile, targets: readonly string[]): Translator {
  const index = new Map(targets.map((name, at) => [name, at]));
  const aliases = mappingBetween('seed', 'cc4_extended')?.controls ?? {};
  const table = mappingBetween('cc4_extended', profile)?.controls ?? {};
  const reached = new Set<number>();

  const targetsOf = (name: string) => {
    const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
    const meant = cc4Names.has(name) ? { [name]: 1 } : (alias ?? {});
    const found = Object.entries(meant).flatMap(([cc4, share]) =>
      Object.entries(table[cc4] ?? {}).flatMap(([target, weight]) => {
        const at = index.get(target);
        return at === undefined ? [] : [{ index: at, weight: weight * share }];
      }),
    );
    for (const { index: at } of found) reached.add(at);
    return found;
  };

  return {
    reached,
    targetsOf,
    translate(weights) {
      const sums = new Map<number, number>();
      for (const [name, value] of Object.entries(weights)) {
        for (const { index: at, weight } of targetsOf(name))
          sums.set(at, (sums.get(at) ?? 0) + value * weight);
      }
      return {
        indices: Uint16Array.from(sums.keys()),
        weights: Float32Array.from(sums.values(), (weight) => Math.min(1, weight)),
      };
    },
  };
}
