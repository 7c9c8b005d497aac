import { createSkeletonPose, JOINT_COUNT, type SkeletonPose, slerpQuaternions } from '#shared/body/index.ts';

/** How long a body takes from one performance to another, in seconds. */
export const BODY_FADE_SECONDS = 0.5;

/** The way of a body from what it did last into another performance. */
export class BodyFade {
  readonly #from = createSkeletonPose();
  #progress = 1;

  /** Begins at the body that was shown last. */
  begin(shown: SkeletonPose): void {
    this.#from.rotations.set(shown.rotations);
    this.#from.pelvis.set(shown.pelvis);
    this.#progress = 0;
  }

  /** Draws a body of the new performance back towards the old one, by what is left of the way. */
  apply(body: SkeletonPose, seconds: number): void {
    if (this.#progress >= 1) return;
    this.#progress = Math.min(1, this.#progress + seconds / BODY_FADE_SECONDS);
    const share = this.#progress * this.#progress * (3 - 2 * this.#progress);
    const { rotations, pelvis } = this.#from;
    for (let joint = 0; joint < JOINT_COUNT; joint++) {
      slerpQuaternions(rotations, 4 * joint, body.rotations, 4 * joint, share, body.rotations, 4 * joint);
    }
    for (let i = 0; i < 3; i++)
      body.pelvis[i] = (pelvis[i] ?? 0) * (1 - share) + (body.pelvis[i] ?? 0) * share;
  }
}
