import { setTimeout as wait } from 'node:timers/promises';

/** The passing of time, so that tests can have their own. */
export interface Clock {
  /** Seconds since some moment; never goes back. */
  nowSeconds(): number;
  /** Calls again and again until the returned function is called. */
  every(seconds: number, tick: () => void): () => void;
  /** Rejects as soon as the signal is aborted. */
  sleep(seconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  nowSeconds: () => performance.now() / 1000,
  every(seconds, tick) {
    const timer = setInterval(tick, seconds * 1000);
    return () => clearInterval(timer);
  },
  sleep: (seconds, signal) => wait(seconds * 1000, undefined, { signal }),
};
