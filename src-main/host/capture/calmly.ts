import type { Clock } from './clock.ts';

/**
 * Makes calls that may come in bursts into few: the first one is passed on at once, and all that follow within a while
 * as one, at its end.
 */
export class Calmly {
  readonly #clock: Clock;
  readonly #seconds: number;
  readonly #call: () => void;
  #isResting = false;
  #isWanted = false;

  /** @param seconds the least time between two calls */
  constructor(clock: Clock, seconds: number, call: () => void) {
    this.#clock = clock;
    this.#seconds = seconds;
    this.#call = call;
  }

  /** Calls now, or at the end of the while that runs. */
  call(): void {
    if (this.#isResting) {
      this.#isWanted = true;
      return;
    }
    this.#isWanted = false;
    this.#isResting = true;
    this.#clock.at(this.#clock.nowSeconds() + this.#seconds, () => {
      this.#isResting = false;
      if (this.#isWanted) this.call();
    });
    this.#call();
  }
}
