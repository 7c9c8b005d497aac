const WINDOW_SECONDS = 10;
/** Intervals that the usual one is the median of; odd, so that it is one of them. */
const INTERVALS = 63;
/** A gap longer than this is a pause of the sender, not a loss. */
const PAUSE_SECONDS = 2;
/** Gain of the estimate of RFC 3550, section 6.4.1. */
const JITTER_GAIN = 1 / 16;

/**
 * How well the frames of one sender arrive: the share that never came over the last 10 seconds, and how unevenly the
 * others do. Counts by the times that the sender gave; takes no memory.
 */
export class LinkQuality {
  readonly #received = new Int32Array(WINDOW_SECONDS);
  readonly #missed = new Int32Array(WINDOW_SECONDS);
  readonly #intervals = new Float64Array(INTERVALS);
  readonly #sorted = new Float64Array(INTERVALS);
  #intervalCount = 0;
  #second = Number.NEGATIVE_INFINITY;
  #newestSeconds = Number.NaN;
  #transit = 0;
  #jitterSeconds = 0;

  /** Mean deviation of the time on the way, in seconds, as RFC 3550 defines interarrival jitter. */
  get jitterSeconds(): number {
    return this.#jitterSeconds;
  }

  /**
   * Takes note of a frame.
   * @param senderSeconds its time by the sender's clock
   * @param isNewest false for one that comes after a later one: it was counted as missed, and is not
   */
  add(senderSeconds: number, arrivalSeconds: number, isNewest: boolean): void {
    this.#moveTo(Math.floor(arrivalSeconds));
    this.#count(this.#received, 1);
    const step = senderSeconds - this.#newestSeconds;
    if (!isNewest) {
      this.#count(this.#missed, -1);
      return;
    }
    if (step > 0 && step < PAUSE_SECONDS) {
      const usual = this.#usualInterval(step);
      this.#count(this.#missed, Math.max(0, Math.round(step / usual) - 1));
      const change = arrivalSeconds - senderSeconds - this.#transit;
      this.#jitterSeconds += (Math.abs(change) - this.#jitterSeconds) * JITTER_GAIN;
    }
    this.#transit = arrivalSeconds - senderSeconds;
    this.#newestSeconds = senderSeconds;
  }

  /** Share of the frames made in the last 10 seconds that did not come, 0..1. */
  loss(nowSeconds: number): number {
    this.#moveTo(Math.floor(nowSeconds));
    const missed = Math.max(0, sum(this.#missed));
    const made = missed + sum(this.#received);
    return made === 0 ? 0 : missed / made;
  }

  /** The median of the latest intervals: right as long as fewer than half of the frames are lost. */
  #usualInterval(step: number): number {
    this.#intervals[this.#intervalCount % INTERVALS] = step;
    this.#intervalCount += 1;
    const count = Math.min(this.#intervalCount, INTERVALS);
    this.#sorted.fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < count; i++) this.#sorted[i] = this.#intervals[i] ?? step;
    this.#sorted.sort();
    return this.#sorted[(count - 1) >> 1] ?? step;
  }

  #count(counts: Int32Array, change: number): void {
    const slot = this.#slot(this.#second);
    counts[slot] = (counts[slot] ?? 0) + change;
  }

  #moveTo(second: number): void {
    const from = Math.max(this.#second + 1, second - WINDOW_SECONDS + 1);
    for (let each = from; each <= second; each++) {
      this.#received[this.#slot(each)] = 0;
      this.#missed[this.#slot(each)] = 0;
    }
    this.#second = Math.max(this.#second, second);
  }

  #slot(second: number): number {
    return ((second % WINDOW_SECONDS) + WINDOW_SECONDS) % WINDOW_SECONDS;
  }
}

function sum(counts: Int32Array): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i] ?? 0;
  return total;
}
