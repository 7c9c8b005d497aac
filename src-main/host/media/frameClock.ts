/** The tasks count in whole milliseconds and want every frame later than the one before. */
const SMALLEST_STEP_SECONDS = 0.001;
/** For a file that gives neither times nor a rate. */
const USUAL_INTERVAL_SECONDS = 1 / 25;

/** Turns a file's presentation times into seconds from its first frame, growing from frame to frame. */
export class FrameClock {
  readonly #interval: number;
  #origin: number | undefined;
  #last: number | undefined;

  /** @param fps mean frames per second; 0 where it is not known */
  constructor(fps: number) {
    this.#interval = fps > 0 ? 1 / fps : USUAL_INTERVAL_SECONDS;
  }

  /**
   * @param stamp the next frame's presentation time in seconds; NaN where the file gives none, which puts the frame one
   * mean interval after the one before
   */
  next(stamp: number): number {
    const expected = this.#last === undefined ? 0 : this.#last + this.#interval;
    const time = Number.isFinite(stamp) ? this.#sinceOrigin(stamp, expected) : expected;
    this.#last = this.#last === undefined ? time : Math.max(time, this.#last + SMALLEST_STEP_SECONDS);
    return this.#last;
  }

  #sinceOrigin(stamp: number, expected: number): number {
    this.#origin ??= stamp - expected;
    return stamp - this.#origin;
  }
}
