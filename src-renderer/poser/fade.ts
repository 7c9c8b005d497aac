import { smoothstep } from '#shared/face/index.ts';

/** How long a part takes from one source of its motion to another, in seconds. */
export const FADE_SECONDS = 0.25;

/** The way from the pose that was shown when a source changed to the pose that the new source wants. */
export class Fade {
  #source: number | undefined;
  #progress = 1;

  get running(): boolean {
    return this.#progress < 1;
  }

  /**
   * Notes where a part's motion comes from now.
   * @returns whether that changed, so that the caller keeps the pose it has shown as the start of the fade
   */
  follow(source: number): boolean {
    if (source === this.#source) return false;
    // What was never shown has nothing to fade from.
    if (this.#source !== undefined) this.#progress = 0;
    this.#source = source;
    return true;
  }

  advance(seconds: number): void {
    this.#progress = Math.min(1, this.#progress + seconds / FADE_SECONDS);
  }

  /** Share of the new source in the pose, 0..1, easing in and out. */
  get share(): number {
    return smoothstep(this.#progress);
  }
}
