import { createSkeletonPose, type SkeletonPose } from '#shared/body/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, smoothstep } from '#shared/face/index.ts';
import { blendBodies } from './blendBodies.ts';

/** How long a performer takes from one performance to another, in seconds. */
const FADE_SECONDS = 0.5;

/** The way of body and face from what was performed last into another performance. */
export class Crossfade {
  /** The coefficients that were given last. */
  readonly blendshapes = new Float32Array(ARKIT_BLENDSHAPE_COUNT);
  readonly #body = createSkeletonPose();
  readonly #face = new Float32Array(ARKIT_BLENDSHAPE_COUNT);
  #progress = 1;

  /** Begins at the body that was shown last, and at the coefficients that were given last. */
  begin(shown: SkeletonPose): void {
    this.#body.rotations.set(shown.rotations);
    this.#body.pelvis.set(shown.pelvis);
    this.#face.set(this.blendshapes);
    this.#progress = 0;
  }

  get isRunning(): boolean {
    return this.#progress < 1;
  }

  advance(seconds: number): void {
    this.#progress = Math.min(1, this.#progress + seconds / FADE_SECONDS);
  }

  /** Draws a body of the new performance back towards the old one, by what is left of the way. */
  fadeBody(body: SkeletonPose): void {
    blendBodies(body, this.#body, 1 - this.#share);
  }

  /** Gives the coefficients of the new performance, drawn back likewise, in `blendshapes`. */
  fadeFace(blendshapes: ArrayLike<number>): void {
    const share = this.#share;
    for (let i = 0; i < this.blendshapes.length; i++) {
      this.blendshapes[i] = (this.#face[i] ?? 0) * (1 - share) + (blendshapes[i] ?? 0) * share;
    }
  }

  get #share(): number {
    return smoothstep(this.#progress);
  }
}
