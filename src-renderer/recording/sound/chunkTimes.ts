/** A page is not older than this much less than the computer runs, but for one that is opened as the computer starts. */
const SAME_CLOCK_MS = 10_000;

/**
 * When chunks of sound were recorded, as times of `performance.now()`. Chromium tells just that; before its version 120 or
 * so it counted from the start of the computer, of which the least delay of a chunk then gives the difference.
 */
export class ChunkTimes {
  #leastMs = Number.POSITIVE_INFINITY;

  /**
   * @param timestamp of the chunk, in microseconds
   * @param nowMs when the chunk has come
   */
  pageMs(timestamp: number, nowMs: number): number {
    const toldMs = timestamp / 1000;
    if (Math.abs(nowMs - toldMs) < SAME_CLOCK_MS) return toldMs;
    this.#leastMs = Math.min(this.#leastMs, nowMs - toldMs);
    return toldMs + this.#leastMs;
  }
}
