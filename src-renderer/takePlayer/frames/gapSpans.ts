import type { RecordedSubject } from '#shared/formats/index.ts';
import { frameAt } from '#shared/formats/index.ts';

/** A subject's gaps, to be asked for at any moment without taking memory. */
export class GapSpans {
  readonly #from: Float64Array;
  readonly #to: Float64Array;

  constructor(gaps: RecordedSubject['gaps']) {
    this.#from = Float64Array.from(gaps, ({ fromSeconds }) => fromSeconds);
    this.#to = Float64Array.from(gaps, ({ toSeconds }) => toSeconds);
  }

  /** Whether a moment is in a gap, its ends left out. */
  has(seconds: number): boolean {
    return this.cuts(seconds, seconds);
  }

  /** Whether any of the time between two moments is in a gap. */
  cuts(fromSeconds: number, toSeconds: number): boolean {
    const last = frameAt(this.#from, toSeconds);
    for (let gap = last; gap >= Math.max(0, last - 1); gap--) {
      if ((this.#from[gap] ?? toSeconds) < toSeconds && (this.#to[gap] ?? 0) > fromSeconds) return true;
    }
    return false;
  }
}
