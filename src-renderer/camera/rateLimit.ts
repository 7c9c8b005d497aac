/** Pictures do not come by the clock: one that is this much early is taken all the same. */
const SLACK_MS = 8;

/** Lets so many pictures a second through at most, evenly. */
export class RateLimit {
  readonly #intervalMs: number;
  #nextMs = 0;

  constructor(fps: number) {
    this.#intervalMs = 1000 / fps;
  }

  /** Whether a picture may go through now, as far as time goes. */
  isDue(nowMs: number): boolean {
    return nowMs >= this.#nextMs - SLACK_MS;
  }

  /** One goes through. */
  pass(nowMs: number): void {
    this.#nextMs = Math.max(this.#nextMs, nowMs - this.#intervalMs / 2) + this.#intervalMs;
  }
}
