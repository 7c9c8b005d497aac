/** Seeks one at a time: while one is under way, the newest wish waits and those before it are dropped. */
export class Seeker {
  readonly #begin: (seconds: number) => void;
  #isSeeking = false;
  #waiting: number | undefined;

  /** @param begin starts a seek; `ended` is to be called when it is done */
  constructor(begin: (seconds: number) => void) {
    this.#begin = begin;
  }

  get isSeeking(): boolean {
    return this.#isSeeking;
  }

  to(seconds: number): void {
    if (this.#isSeeking) {
      this.#waiting = seconds;
      return;
    }
    this.#isSeeking = true;
    this.#begin(seconds);
  }

  ended(): void {
    const waiting = this.#waiting;
    this.#isSeeking = false;
    this.#waiting = undefined;
    if (waiting !== undefined) this.to(waiting);
  }
}
