import type { Picture } from './deck.ts';
import { Seeker } from './seeker.ts';

export interface VideoPictureListeners {
  /** Another picture is seen: its time in seconds from the first frame. */
  onShown(seconds: number): void;
  /** The browser refuses to play. */
  onRefused(error: unknown): void;
}

/** A video element as a deck's picture. Its own clock counts from `firstFrameSeconds` at the first frame. */
export class VideoPicture implements Picture {
  readonly #video: HTMLVideoElement;
  readonly #firstFrameSeconds: number;
  readonly #listeners: VideoPictureListeners;
  readonly #seeker: Seeker;
  #watch: number;

  constructor(video: HTMLVideoElement, firstFrameSeconds: number, listeners: VideoPictureListeners) {
    this.#video = video;
    this.#firstFrameSeconds = firstFrameSeconds;
    this.#listeners = listeners;
    this.#seeker = new Seeker((seconds) => {
      video.currentTime = seconds;
    });
    video.addEventListener('seeked', this.#seeked);
    this.#watch = video.requestVideoFrameCallback(this.#shown);
  }

  get hasEnded(): boolean {
    return this.#video.ended;
  }

  get seconds(): number {
    return this.#video.currentTime - this.#firstFrameSeconds;
  }

  get isSeeking(): boolean {
    return this.#seeker.isSeeking;
  }

  play(speed: number): void {
    this.#video.playbackRate = speed;
    this.#video.play().catch((error: unknown) => {
      // A pause or another clip that comes while playing begins is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#listeners.onRefused(error);
    });
  }

  pause(): void {
    this.#video.pause();
  }

  seek(seconds: number): void {
    this.#seeker.to(this.#firstFrameSeconds + seconds);
  }

  /** Lets go of the element. */
  release(): void {
    this.#video.removeEventListener('seeked', this.#seeked);
    this.#video.cancelVideoFrameCallback(this.#watch);
    this.#video.pause();
  }

  readonly #seeked = (): void => this.#seeker.ended();

  readonly #shown = (_nowMs: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
    this.#watch = this.#video.requestVideoFrameCallback(this.#shown);
    this.#listeners.onShown(mediaTime - this.#firstFrameSeconds);
  };
}
