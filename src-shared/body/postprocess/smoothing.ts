import {
  CHANNEL_NAMES,
  type Channel,
  channelOf,
  createLandmarkFrame,
  HAND_IMAGE_STRIDE,
  type HandChannel,
  type LandmarkFrame,
} from '../landmarkFrame.ts';
import { SIDES } from '../landmarks.ts';
import { blendHeads, blendNumbers } from './blend.ts';
import { alphaForInterval, type PostprocessSettings } from './settings.ts';

/**
 * Exponential moving average, x'[t] = a x[t] + (1 - a) x'[t-1] (tracker specification), started afresh after each
 * interruption of a channel. Body points use the wrist's alpha. Fingers are smoothed in relation to their wrist, so that
 * the hand keeps its shape while wrist and fingers lag differently.
 */
export class ExponentialSmoother {
  readonly #alpha: PostprocessSettings['emaAlpha'];
  readonly #state = createLandmarkFrame();

  constructor(alpha: PostprocessSettings['emaAlpha']) {
    this.#alpha = alpha;
  }

  /** Smooths a frame in place. */
  apply(frame: LandmarkFrame): void {
    const state = this.#state;
    const seconds = frame.timeSeconds - state.timeSeconds;
    const alpha = {
      wrist: alphaForInterval(this.#alpha.wrist, seconds),
      fingers: alphaForInterval(this.#alpha.fingers, seconds),
      face: alphaForInterval(this.#alpha.face, seconds),
    };
    if (running(state.pose, frame.pose)) {
      follow(state.pose.signals.image, frame.pose.signals.image, alpha.wrist);
      follow(state.pose.signals.world, frame.pose.signals.world, alpha.wrist);
    }
    for (const side of SIDES) {
      if (running(state.hands[side], frame.hands[side]))
        smoothHand(state.hands[side], frame.hands[side], alpha);
    }
    if (running(state.face, frame.face)) {
      follow(state.face.signals.blendshapes, frame.face.signals.blendshapes, alpha.face);
      blendHeads(state.face.signals.head, frame.face.signals.head, alpha.face, frame.face.signals.head);
    }
    state.timeSeconds = frame.timeSeconds;
    for (const name of CHANNEL_NAMES) remember(channelOf(frame, name), channelOf(state, name));
  }
}

const running = (state: Channel<string>, next: Channel<string>): boolean =>
  state.presence !== 'absent' && next.presence !== 'absent';

function follow(state: Float32Array, next: Float32Array, alpha: number): void {
  blendNumbers(state, next, alpha, next);
}

function smoothHand(state: HandChannel, next: HandChannel, alpha: { wrist: number; fingers: number }): void {
  const before = state.signals.image;
  const image = next.signals.image;
  for (let axis = 0; axis < HAND_IMAGE_STRIDE; axis++) {
    const oldWrist = before[axis] ?? 0;
    const newWrist = image[axis] ?? 0;
    const wrist = oldWrist + (newWrist - oldWrist) * alpha.wrist;
    for (let i = axis + HAND_IMAGE_STRIDE; i < image.length; i += HAND_IMAGE_STRIDE) {
      const oldOffset = (before[i] ?? 0) - oldWrist;
      const newOffset = (image[i] ?? 0) - newWrist;
      image[i] = wrist + oldOffset + (newOffset - oldOffset) * alpha.fingers;
    }
    image[axis] = wrist;
  }
  follow(state.signals.world, next.signals.world, alpha.fingers);
}

function remember(channel: Channel<string>, state: Channel<string>): void {
  state.presence = channel.presence;
  for (const name in channel.signals) {
    const values = channel.signals[name];
    if (values) state.signals[name]?.set(values);
  }
}
