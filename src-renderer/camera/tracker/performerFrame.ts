import { type LandmarkFrame, LiveFilter, SIDES } from '#shared/body/index.ts';
import { type CaptureFrame, createCaptureFrame, frameOfLandmarks } from '#shared/capture/index.ts';
import { Poser, skeletonOf } from '../../poser/index.ts';

/** A fade does not leap after a pause. */
const MAX_STEP_SECONDS = 0.1;

/** Makes what is found in pictures a performer's: the face as it is, body and hands smoothed, as a skeleton. */
export class PerformerFrame {
  readonly #frame = createCaptureFrame();
  readonly #filter = new LiveFilter();
  readonly #poser = new Poser();
  #lastSeconds: number | undefined;

  /** @returns the frame, which is filled anew with the next call; the landmarks are smoothed in place */
  of(landmarks: LandmarkFrame): CaptureFrame {
    const { timeSeconds, pose, hands } = landmarks;
    const passed = timeSeconds - (this.#lastSeconds ?? timeSeconds);
    this.#lastSeconds = timeSeconds;
    this.#filter.apply(landmarks);
    frameOfLandmarks(landmarks, this.#frame);
    this.#poser.pose(landmarks, Math.min(MAX_STEP_SECONDS, Math.max(0, passed)));
    skeletonOf(this.#poser, this.#frame.body);
    this.#frame.bodyFound =
      pose.presence !== 'absent' || SIDES.some((side) => hands[side].presence !== 'absent');
    return this.#frame;
  }
}
