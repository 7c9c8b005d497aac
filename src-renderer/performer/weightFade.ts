import { smoothstep } from '#shared/face/index.ts';

/** How long weights take from one rig to the next of the same avatar, in seconds. */
const FADE_SECONDS = 0.3;

/** The way of an avatar's weights from what one rig has shown to what the next one shows. */
export class WeightFade {
  #from = new Float32Array(0);
  #progress = 1;

  /** Begins at the weights that were shown last. */
  begin(shown: Float32Array): void {
    this.#from = shown.slice();
    this.#progress = 0;
  }

  /** Draws weights back towards the old ones, by what is left of the way. */
  apply(weights: Float32Array, seconds: number): void {
    if (this.#progress >= 1) return;
    this.#progress = Math.min(1, this.#progress + seconds / FADE_SECONDS);
    const share = smoothstep(this.#progress);
    for (let i = 0; i < weights.length; i++) {
      weights[i] = (this.#from[i] ?? 0) * (1 - share) + (weights[i] ?? 0) * share;
    }
  }
}
