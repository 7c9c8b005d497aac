/** Where there is something new for every picture, it comes within this after the last one. */
const AT_HAND_MS = 50;

/**
 * Tells how long pictures take where a graphics card draws on after the script has ended: as long as from one to the next,
 * while more is to be drawn than can be.
 */
export class Pace {
  #lastMs = Number.NEGATIVE_INFINITY;
  #firstOrderMs = 0;
  #orders = 0;

  /** Notes that a picture is ordered. */
  order(nowMs: number): void {
    if (this.#orders === 0) this.#firstOrderMs = nowMs;
    this.#orders++;
  }

  /**
   * Notes that a picture is begun.
   * @returns milliseconds since the one before it; 0 where every order has had its picture, or there was a pause
   */
  begin(nowMs: number): number {
    const isBehind = this.#orders > 1 && this.#firstOrderMs - this.#lastMs < AT_HAND_MS;
    const passed = isBehind ? nowMs - this.#lastMs : 0;
    this.#lastMs = nowMs;
    this.#orders = 0;
    return passed;
  }
}
