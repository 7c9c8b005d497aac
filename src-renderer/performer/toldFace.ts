import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  ARKIT_BLENDSHAPE_COUNT,
  createTwinRig,
  type FaceRigOptions,
  type TwinRig,
} from '#shared/face/index.ts';
import { WeightFade } from './weightFade.ts';

/** The face that is performed, as a phone would tell it. */
export class ToldFace {
  readonly #weights = new Float32Array(ARKIT_BLENDSHAPE_COUNT);
  readonly #fade = new WeightFade();
  #rig: TwinRig | undefined;

  /** Makes the rig of an avatar of whose face it tells from now on; from that of another rig it fades there. */
  createRig(options: FaceRigOptions): TwinRig {
    if (this.#rig) this.#fade.begin(this.#weights);
    this.#rig = createTwinRig(options);
    return this.#rig;
  }

  /** Takes over what the rig has last evaluated. */
  follow(passedSeconds: number): void {
    if (!this.#rig) return;
    this.#weights.set(this.#rig.arkit.weights);
    this.#fade.apply(this.#weights, passedSeconds);
  }

  /** Writes the coefficients, and how head and eyes are turned, in the signs of Live Link Face. */
  write({ blendshapes, head, leftEye, rightEye }: CaptureFrame): void {
    if (!this.#rig) return;
    const { head: turned, eyes } = this.#rig.arkit;
    blendshapes.set(this.#weights);
    for (let axis = 0; axis < head.length; axis++) {
      // Live Link Face turns yaw to the right and roll to the left; pitch goes down in both.
      head[axis] = (turned[axis] ?? 0) * (axis === 1 ? 1 : -1);
    }
    for (let eye = 0; eye < 2; eye++) {
      const angles = eye === 0 ? leftEye : rightEye;
      angles[0] = -(eyes[2 * eye] ?? 0);
      angles[1] = eyes[2 * eye + 1] ?? 0;
      angles[2] = 0;
    }
  }
}
