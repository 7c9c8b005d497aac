import type { Picture } from '../../playback/index.ts';
import type { MediaTimes } from '../time/mediaTimes.ts';

export interface TakeMediumListeners {
  /** It is at another moment, in seconds on the take's clock. */
  onShown(seconds: number): void;
  /** The browser refuses to play. */
  onRefused(error: unknown): void;
}

/** A step of the medium beyond what the clock allows is one over a time in which nothing was recorded. */
const LEAP_SECONDS = 0.1;

/**
 * Sound or video of a take as its deck's picture: the clock where it has something, the computer's own clock where it has
 * not.
 */
export class TakeMedium implements Picture {
  readonly hasEnded = false;
  readonly #media: HTMLMediaElement;
  readonly #times: MediaTimes;
  readonly #listeners: TakeMediumListeners;
  #seconds = 0;
  /** 0 at rest. */
  #speed = 0;
  #refresh = 0;
  #lastMs: number | undefined;

  constructor(media: HTMLMediaElement, times: MediaTimes, listeners: TakeMediumListeners) {
    this.#media = media;
    this.#times = times;
    this.#listeners = listeners;
  }

  get isSeeking(): boolean {
    return this.#media.seeking;
  }

  get seconds(): number {
    return this.#isLeading ? this.#times.takeSeconds(this.#media.currentTime) : this.#seconds;
  }

  play(speed: number): void {
    this.#speed = speed;
    this.#media.playbackRate = speed;
    this.#lastMs = undefined;
    cancelAnimationFrame(this.#refresh);
    this.#refresh = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    this.#speed = 0;
    cancelAnimationFrame(this.#refresh);
    this.#media.pause();
  }

  seek(seconds: number): void {
    this.#seconds = seconds;
    const file = this.#times.fileSeconds(seconds);
    if (file === undefined) this.#media.pause();
    else this.#media.currentTime = file;
    this.#listeners.onShown(seconds);
  }

  /** Lets go of the element. */
  release(): void {
    this.pause();
  }

  /** Whether the medium itself says where it is. */
  get #isLeading(): boolean {
    const { ended, paused, readyState, seeking } = this.#media;
    return !paused && !ended && !seeking && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  readonly #tick = (nowMs: number): void => {
    this.#refresh = requestAnimationFrame(this.#tick);
    const passed = ((nowMs - (this.#lastMs ?? nowMs)) / 1000) * this.#speed;
    this.#lastMs = nowMs;
    const next = this.#next(passed);
    if (next === this.#seconds) return;
    this.#seconds = next;
    this.#listeners.onShown(next);
  };

  #next(passed: number): number {
    const media = this.#media;
    const file = this.#times.fileSeconds(this.#seconds);
    if (file === undefined || media.ended || media.error) {
      media.pause();
      return this.#seconds + passed;
    }
    if (media.paused) this.#begin(file);
    if (!this.#isLeading) return this.#seconds;
    const next = this.#times.takeSeconds(media.currentTime);
    return next - this.#seconds > passed + LEAP_SECONDS ? this.#seconds + passed : next;
  }

  #begin(file: number): void {
    const media = this.#media;
    if (media.seeking) return;
    if (Math.abs(media.currentTime - file) > LEAP_SECONDS / 4) media.currentTime = file;
    media.playbackRate = this.#speed;
    media.play().catch((error: unknown) => {
      // A pause that comes while playing begins is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#listeners.onRefused(error);
    });
  }
}
