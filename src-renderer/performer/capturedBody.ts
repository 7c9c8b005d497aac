import { createSkeletonPose, type SkeletonPose } from '#shared/body/index.ts';
import { smoothstep } from '#shared/face/index.ts';
import { blendBodies } from './blendBodies.ts';

/** How long a captured body takes to come in, and to go where it is lost, in seconds. */
const FADE_SECONDS = 0.35;

/** A body that is captured as a skeleton, over whatever else moves the avatar: it comes and goes without a leap. */
export class CapturedBody {
  readonly #last = createSkeletonPose();
  #progress = 0;

  /** Whether anything of it is shown. */
  get isShown(): boolean {
    return this.#progress > 0;
  }

  /**
   * Takes the newest captured body, or none where it is lost: then the last one fades away.
   * @param seconds since the last call
   */
  follow(captured: SkeletonPose | undefined, seconds: number): void {
    const step = seconds / FADE_SECONDS;
    this.#progress = Math.min(1, Math.max(0, this.#progress + (captured ? step : -step)));
    if (!captured) return;
    this.#last.rotations.set(captured.rotations);
    this.#last.pelvis.set(captured.pelvis);
  }

  /** Lays it over a body, as far as it is there. */
  layOver(body: SkeletonPose): void {
    blendBodies(body, this.#last, smoothstep(this.#progress));
  }
}
