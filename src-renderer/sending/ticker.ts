/** Calls so many times a second, also while the page is hidden. Calls that the page was too busy for are left out. */
export class Ticker {
  readonly #onTick: (seconds: number) => void;
  #worker: Worker | undefined;
  #ticksPerSecond = 0;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** @param onTick is given the time by the page's clock, in seconds */
  constructor(onTick: (seconds: number) => void) {
    this.#onTick = onTick;
  }

  /** @param ticksPerSecond 0 stops it */
  set ticksPerSecond(ticksPerSecond: number) {
    if (ticksPerSecond === this.#ticksPerSecond) return;
    this.#ticksPerSecond = ticksPerSecond;
    if (ticksPerSecond === 0) {
      this.#worker?.terminate();
      this.#worker = undefined;
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage(ticksPerSecond);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./tickWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = () => this.#tick(performance.now());
    return worker;
  }

  #tick(nowMs: number): void {
    // Ticks that have waited come all at once: one of them is enough.
    if (nowMs - this.#lastMs < 500 / this.#ticksPerSecond) return;
    this.#lastMs = nowMs;
    this.#onTick(nowMs / 1000);
  }
}
