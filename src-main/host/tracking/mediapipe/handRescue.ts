import type { HandLandmarker } from '@mediapipe/tasks-vision';
import { type FoundHand, type FoundPoint, POSE, readHands, SIDES, type Side } from '#shared/body/index.ts';
import type { RgbaImage } from '../frame.ts';
import { cropImage } from './cropImage.ts';

/** Side of the searched square in shoulder widths: a blurred hand lies further from its pose wrist than a still one. */
const SEARCH_SIZE = 1.8;
/** The hand's middle lies beyond the wrist by this part of the forearm. */
const BEYOND_WRIST = 0.25;
/** A side that stays lost is tried in its first lost frames, and then only now and then: most such hands are hidden. */
const EAGER_FRAMES = 4;
const RETRY_EVERY = 4;

/**
 * Looks for a hand that the whole-frame search lost, in a square around the pose's wrist. Motion blur and small
 * signers make the whole-frame search miss hands that the pose still places well.
 */
export class HandRescue {
  readonly #task: HandLandmarker;
  readonly #lostFrames = { left: 0, right: 0 };
  #buffer: Uint8Array = new Uint8Array(0);

  /** @param task one hand, image mode, lowered confidence */
  constructor(task: HandLandmarker) {
    this.#task = task;
  }

  /** A new video starts. */
  begin(): void {
    for (const side of SIDES) this.#lostFrames[side] = 0;
  }

  /** The side's hand has been found without help in this frame. */
  seen(side: Side): void {
    this.#lostFrames[side] = 0;
  }

  find(
    image: RgbaImage,
    side: Side,
    pose: readonly FoundPoint[],
    shoulderWidth: number,
  ): FoundHand | undefined {
    const wrist = pose[POSE.wrist[side]];
    const elbow = pose[POSE.elbow[side]];
    if (!wrist || !elbow || !isInFrame(wrist)) {
      this.#lostFrames[side] = 0;
      return undefined;
    }
    const lost = ++this.#lostFrames[side];
    if (lost > EAGER_FRAMES && lost % RETRY_EVERY !== 0) return undefined;
    const size = Math.round(SEARCH_SIZE * shoulderWidth * image.height);
    if (size < 16) return undefined;
    const left = Math.round((wrist.x + (wrist.x - elbow.x) * BEYOND_WRIST) * image.width - size / 2);
    const top = Math.round((wrist.y + (wrist.y - elbow.y) * BEYOND_WRIST) * image.height - size / 2);
    const crop = cropImage(image, { left, top, size }, this.#buffer);
    if (crop.data.length > this.#buffer.length) this.#buffer = crop.data;
    const [found] = readHands(this.#task.detect(crop));
    if (!found) return undefined;
    this.#lostFrames[side] = 0;
    return {
      ...found,
      points: found.points.map((point) => ({
        ...point,
        x: (left + point.x * size) / image.width,
        y: (top + point.y * size) / image.height,
        z: (point.z * size) / image.width,
      })),
    };
  }
}

function isInFrame({ x, y }: { x: number; y: number }): boolean {
  return x > -0.1 && x < 1.1 && y > -0.1 && y < 1.02;
}
