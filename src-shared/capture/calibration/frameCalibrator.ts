import type { Calibration } from '../../contract/index.ts';
import { smoothstep } from '../../face/index.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { calibrateCoefficients } from './coefficients.ts';
import { mirrorFrame } from './mirror.ts';
import { isSameCalibration, NO_CALIBRATION } from './noCalibration.ts';
import { blendParameters, createParameters, setParameters } from './parameters.ts';
import { calibrateHeadPosition, calibrateRotations } from './rotations.ts';

/** In which a change of calibration takes effect: too short to wait for, too long to be seen as a jump. */
const FADE_SECONDS = 0.25;

/**
 * Calibrates the frames of one subject, one after another. When the calibration changes, its numbers glide from where they
 * stand to the new ones. Takes no memory for a frame.
 */
export class FrameCalibrator {
  readonly #from = createParameters(NO_CALIBRATION);
  readonly #to = createParameters(NO_CALIBRATION);
  readonly #now = createParameters(NO_CALIBRATION);
  #calibration = NO_CALIBRATION;
  #changedSeconds = Number.NEGATIVE_INFINITY;
  #isSettled = true;
  /** Nothing is to be done. */
  #isIdle = true;

  get calibration(): Calibration {
    return this.#calibration;
  }

  /** Takes on a calibration without a fade: for before the first frame. */
  begin(calibration: Calibration): void {
    this.change(calibration, Number.NEGATIVE_INFINITY);
  }

  /** Fades to another calibration. @param nowSeconds by the clock of `apply` */
  change(calibration: Calibration, nowSeconds: number): void {
    this.#from.all.set(this.#now.all);
    setParameters(this.#to, calibration);
    this.#calibration = calibration;
    this.#changedSeconds = nowSeconds;
    this.#isSettled = false;
    this.#isIdle = false;
  }

  /** Calibrates a frame in place: what of it was found. */
  apply(frame: CaptureFrame, nowSeconds: number): void {
    if (!this.#isSettled) this.#glide(nowSeconds);
    if (this.#isIdle) return;
    if (frame.faceFound) {
      calibrateCoefficients(frame.channels, this.#now);
      calibrateRotations(frame, this.#now);
      if (frame.hasHeadPosition) calibrateHeadPosition(frame, this.#now);
    }
    mirrorFrame(frame, this.#now.mirroring[0] ?? 0);
  }

  #glide(nowSeconds: number): void {
    const share = Math.min(1, Math.max(0, (nowSeconds - this.#changedSeconds) / FADE_SECONDS));
    blendParameters(this.#from, this.#to, smoothstep(share), this.#now);
    this.#isSettled = share === 1;
    this.#isIdle = this.#isSettled && isSameCalibration(this.#calibration, NO_CALIBRATION);
  }
}
