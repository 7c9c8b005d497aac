/** A time that is farther off than this from what the samples before it tell: something is missing between them. */
const JUMP_SECONDS = 0.02;
/**
 * Share of what a time differs that is believed. What system and driver tell of single chunks is off by a millisecond or
 * so, now early, now late; a sound card's own drift, 0.1 ms a second at most, is followed with a lag of 0.02 ms.
 */
const FOLLOWED = 0.05;

/** When samples were recorded: the clock of the sound card, as the computer's clock sees it. */
export class SampleClock {
  readonly #sampleRate: number;
  #nextSeconds: number | undefined;

  /** @param sampleRate samples a second by the sound card's own clock */
  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /**
   * Takes note of samples that came together.
   * @param toldSeconds when the first of them was recorded, as the system tells
   * @returns the same, evened out; as told where samples before it were lost
   */
  take(toldSeconds: number, samples: number): number {
    const expected = this.#nextSeconds ?? toldSeconds;
    const error = toldSeconds - expected;
    const time = Math.abs(error) > JUMP_SECONDS ? toldSeconds : expected + FOLLOWED * error;
    this.#nextSeconds = time + samples / this.#sampleRate;
    return time;
  }
}
