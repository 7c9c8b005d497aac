/** Of the window over which the least delay is looked for. Long enough to meet a packet that nothing held up. */
const BUCKET_SECONDS = 1;
const BUCKETS = 10;
/** A sender whose clock leaps by more than this was set anew, or went past midnight. */
const LEAP_SECONDS = 2;

/**
 * How far a sender's clock is from this computer's, from one-way arrivals: the least of (arrival − sender's time) over the
 * last 10 seconds, as the packet that was held up least tells it best. The delay of that packet is in it, and nobody can
 * know it. A drift of the clocks is followed, since old packets leave the window.
 */
export class ClockOffset {
  readonly #least = new Float64Array(BUCKETS);
  #bucket = Number.NaN;
  #seconds = 0;
  #isKnown = false;

  /** Seconds to add to the sender's time to have this computer's; 0 before the first packet. */
  get seconds(): number {
    return this.#seconds;
  }

  /** @returns whether the sender's clock has leapt: what is known of its times before is of another clock */
  observe(senderSeconds: number, arrivalSeconds: number): boolean {
    const difference = arrivalSeconds - senderSeconds;
    const hasLeapt = this.#isKnown && Math.abs(difference - this.#seconds) > LEAP_SECONDS;
    if (!this.#isKnown || hasLeapt) this.#least.fill(Number.POSITIVE_INFINITY);
    this.#isKnown = true;
    this.#moveTo(Math.floor(arrivalSeconds / BUCKET_SECONDS));
    const slot = this.#slot(this.#bucket);
    this.#least[slot] = Math.min(this.#least[slot] ?? difference, difference);
    this.#seconds = least(this.#least);
    return hasLeapt;
  }

  /** Empties the buckets that time has passed by. */
  #moveTo(bucket: number): void {
    if (Number.isNaN(this.#bucket) || bucket - this.#bucket >= BUCKETS)
      this.#least.fill(Number.POSITIVE_INFINITY);
    else
      for (let each = this.#bucket + 1; each <= bucket; each++)
        this.#least[this.#slot(each)] = Number.POSITIVE_INFINITY;
    if (!(bucket < this.#bucket)) this.#bucket = bucket;
  }

  #slot(bucket: number): number {
    return ((bucket % BUCKETS) + BUCKETS) % BUCKETS;
  }
}

function least(values: Float64Array): number {
  let found = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) found = Math.min(found, values[i] ?? found);
  return found;
}
