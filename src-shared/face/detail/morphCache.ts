import type { CompiledMapping } from '../mapping/index.ts';

/** A change of an input below this is not seen. */
const UNSEEN = 1e-5;

/**
 * Keeps the last mapped face and maps again only when an input has changed. It saves the mapping, a small part of a
 * frame, while tracking is lost or a picture stands still.
 */
export interface MorphCache {
  /** Targets as mapped; only the driven ones are written. */
  readonly weights: Float32Array;
  readonly lookups: number;
  readonly hits: number;
  map(input: Float64Array): void;
  reset(): void;
}

/**
 * @param sources how many of the inputs, from the first on, the mapping reads
 * @param inputs length of what `map` is given
 */
export function createMorphCache(
  mapping: CompiledMapping,
  sources: number,
  inputs: number,
  targets: number,
): MorphCache {
  const mapped = new Float64Array(inputs).fill(Number.NaN);
  const cache = {
    weights: new Float32Array(targets),
    lookups: 0,
    hits: 0,
    map(input: Float64Array): void {
      cache.lookups += 1;
      if (isUnchanged(input, mapped, sources)) {
        cache.hits += 1;
        return;
      }
      mapped.set(input);
      mapping.apply(mapped, cache.weights);
    },
    reset(): void {
      mapped.fill(Number.NaN);
      cache.lookups = 0;
      cache.hits = 0;
    },
  };
  return cache;
}

function isUnchanged(input: Float64Array, mapped: Float64Array, sources: number): boolean {
  for (let i = 0; i < sources; i++) {
    const away = (input[i] ?? 0) - (mapped[i] ?? 0);
    if (!(away < UNSEEN && away > -UNSEEN)) return false;
  }
  return true;
}
