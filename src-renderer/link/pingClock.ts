/** Of the last exchanges the one that took least is believed. */
const KEPT = 16;

interface Exchange {
  /** To be added to the page's time to have the other clock's. */
  readonly offsetSeconds: number;
  readonly tripSeconds: number;
}

/**
 * Another clock, known by asking it for its time. Where a question and its answer take equally long the offset is exact; it
 * is never wrong by more than half of the shortest trip (the reckoning of NTP, RFC 5905, section 8).
 */
export class PingClock {
  #exchanges: Exchange[] = [];
  #best: Exchange | undefined;

  /** Forgets what is known: the other clock is another one. */
  reset(): void {
    this.#exchanges = [];
    this.#best = undefined;
  }

  /** Takes note of an exchange; all times in seconds, the first and last by the page's clock. */
  add(askedSeconds: number, otherSeconds: number, answeredSeconds: number): void {
    this.#exchanges.push({
      offsetSeconds: otherSeconds - (askedSeconds + answeredSeconds) / 2,
      tripSeconds: answeredSeconds - askedSeconds,
    });
    this.#exchanges = this.#exchanges.slice(-KEPT);
    this.#best = this.#exchanges.reduce((best, each) => (each.tripSeconds < best.tripSeconds ? each : best));
  }

  /** By how much the offset may be wrong; infinite before the first exchange. */
  get uncertaintySeconds(): number {
    return (this.#best?.tripSeconds ?? Number.POSITIVE_INFINITY) / 2;
  }

  /** The other clock's time at a time of the page's; undefined before the first exchange. */
  at(pageSeconds: number): number | undefined {
    return this.#best && pageSeconds + this.#best.offsetSeconds;
  }
}
