import { setTimeout as wait } from 'node:timers/promises';

/** The passing of time, so that tests can have their own. */
export interface Clock {
  /** Seconds since some moment; never goes back. */
  nowSeconds(): number;
  /** Calls again and again until the returned function is called. */
  every(seconds: number, tick: () => void): () => void;
  /** Calls once at a time of this clock, unless the returned function is called before. */
  at(seconds: number, call: () => void): () => void;
  /** Rejects as soon as the signal is aborted. */
  sleep(seconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  nowSeconds: () => performance.now() / 1000,
  every(seconds, tick) {
    const timer = setInterval(tick, seconds * 1000);
    return () => clearInterval(timer);
  },
  at(seconds, call) {
    const timer = setTimeout(call, Math.max(0, seconds * 1000 - performance.now()));
    return () => clearTimeout(timer);
  },
  sleep: (seconds, signal) => wait(seconds * 1000, undefined, { signal }),
};
