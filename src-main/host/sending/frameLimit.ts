/** A frame may go out this many frames early, so that uneven arrival costs none of a sender at just the limit. */
const BURST = 2;
/** Of a frame: sums of times between frames are not exact. */
const ROUNDING = 1e-6;

/** Lets through so many frames a second, evenly: of a faster sender some are left out. Allocates nothing. */
export class FrameLimit {
  readonly #perSecond: number;
  #credit = BURST;
  #lastSeconds = Number.NEGATIVE_INFINITY;

  constructor(framesPerSecond: number) {
    this.#perSecond = framesPerSecond;
  }

  /** Whether a frame that is there now may go out. */
  admits(nowSeconds: number): boolean {
    const earned = (nowSeconds - this.#lastSeconds) * this.#perSecond;
    this.#lastSeconds = nowSeconds;
    this.#credit = Math.min(BURST, this.#credit + earned);
    if (this.#credit < 1 - ROUNDING) return false;
    this.#credit -= 1;
    return true;
  }
}
