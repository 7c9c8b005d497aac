import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** A clock that stands still until it is moved on. Sleepers move it on themselves, and oversleep as told. */
export class ManualClock implements Clock {
  #now = 1000;
  readonly #ticks = new Set<() => void>();
  readonly #oversleepSeconds: number;

  constructor({ oversleepSeconds = 0 } = {}) {
    this.#oversleepSeconds = oversleepSeconds;
  }

  nowSeconds(): number {
    return this.#now;
  }

  every(_seconds: number, tick: () => void): () => void {
    this.#ticks.add(tick);
    return () => this.#ticks.delete(tick);
  }

  at(seconds: number, call: () => void): () => void {
    const tick = (): void => {
      if (this.#now >= seconds && this.#ticks.delete(tick)) call();
    };
    this.#ticks.add(tick);
    return () => this.#ticks.delete(tick);
  }

  async sleep(seconds: number): Promise<void> {
    this.advance(seconds + this.#oversleepSeconds);
    // As with a real clock, others have their turn meanwhile.
    await setImmediate();
  }

  advance(seconds: number): void {
    this.#now += seconds;
    for (const tick of this.#ticks) tick();
  }

  /** How many still wait for ticks. */
  get listeners(): number {
    return this.#ticks.size;
  }
}
