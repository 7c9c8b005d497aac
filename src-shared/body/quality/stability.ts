import {
  copyLandmarkFrame,
  createLandmarkFrame,
  HAND_IMAGE_STRIDE,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
} from '../landmarkFrame.ts';
import { POSE, SIDES } from '../landmarks.ts';
import { shoulderWidth } from '../postprocess/velocityClamp.ts';

/** Smoothing weights of a quadratic over five points, times 35 (Savitzky and Golay, 1964, table I). */
const FIT = [-3, 12, 17, 12, -3] as const;
const FIT_SUM = 35;
const MIDDLE = 2;

const POSE_POINTS = [
  POSE.nose,
  POSE.shoulder.left,
  POSE.shoulder.right,
  POSE.elbow.left,
  POSE.elbow.right,
  POSE.wrist.left,
  POSE.wrist.right,
];
const MIN_VISIBILITY = 0.5;

/**
 * Jitter of the unsmoothed landmarks: how far points lie from a parabola through their five frames. Real motion is close
 * to a parabola over a sixth of a second; noise and jumps are not.
 */
export class JitterMeter {
  readonly #aspect: number;
  readonly #window = FIT.map(createLandmarkFrame);
  readonly #jitter: number[] = [];

  /** @param aspect width over height of the video */
  constructor(aspect: number) {
    this.#aspect = aspect;
  }

  observe(frame: LandmarkFrame): void {
    const oldest = this.#window.shift();
    if (!oldest) return;
    copyLandmarkFrame(frame, oldest);
    this.#window.push(oldest);
    const jitter = this.#frameJitter();
    if (jitter !== undefined) this.#jitter.push(jitter);
  }

  /** Median over all frames, in shoulder widths; undefined where no five frames in a row showed a person. */
  median(): number | undefined {
    return [...this.#jitter].sort((a, b) => a - b)[Math.floor(this.#jitter.length / 2)];
  }

  #frameJitter(): number | undefined {
    const middle = this.#window[MIDDLE];
    if (!middle || this.#window.some((frame) => frame.pose.presence !== 'tracked')) return undefined;
    const scale = shoulderWidth(middle.pose, this.#aspect);
    if (scale === 0) return undefined;
    let sum = 0;
    let points = 0;
    const add = (images: readonly Float32Array[], offset: number): void => {
      sum += this.#residual(images, offset) / scale;
      points++;
    };
    const pose = this.#window.map((frame) => frame.pose.signals.image);
    for (const point of POSE_POINTS) {
      const visibility = middle.pose.signals.image[point * POSE_IMAGE_STRIDE + 3] ?? 0;
      if (visibility >= MIN_VISIBILITY) add(pose, point * POSE_IMAGE_STRIDE);
    }
    for (const side of SIDES) {
      const hands = this.#window.map((frame) => frame.hands[side]);
      if (hands.some((hand) => hand.presence !== 'tracked')) continue;
      const images = hands.map((hand) => hand.signals.image);
      for (let i = 0; i < middle.hands[side].signals.image.length; i += HAND_IMAGE_STRIDE) add(images, i);
    }
    return points === 0 ? undefined : sum / points;
  }

  #residual(images: readonly Float32Array[], offset: number): number {
    let x = 0;
    let y = 0;
    for (const [i, weight] of FIT.entries()) {
      x += (weight * (images[i]?.[offset] ?? 0)) / FIT_SUM;
      y += (weight * (images[i]?.[offset + 1] ?? 0)) / FIT_SUM;
    }
    const image = images[MIDDLE];
    return Math.hypot(((image?.[offset] ?? 0) - x) * this.#aspect, (image?.[offset + 1] ?? 0) - y);
  }
}
