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
  map(input: ArrayLike<number>): void;
  reset(): void;
}

export function createMorphCache(mapping: CompiledMapping, inputs: number, targets: number): MorphCache {
  const mapped = new Float64Array(inputs).fill(Number.NaN);
  const cache = {
    weights: new Float32Array(targets),
    lookups: 0,
    hits: 0,
    map(input: ArrayLike<number>): void {
      cache.lookups += 1;
      let same = true;
      for (let i = 0; i < inputs; i++) {
        const value = input[i] ?? 0;
        const away = value - (mapped[i] ?? 0);
        if (away < UNSEEN && away > -UNSEEN) continue;
        mapped[i] = value;
        same = false;
      }
      if (same) cache.hits += 1;
      else mapping.apply(mapped, cache.weights);
    },
    reset(): void {
      mapped.fill(Number.NaN);
      cache.lookups = 0;
      cache.hits = 0;
    },
  };
  return cache;
}
