import {
  CHANNEL_NAMES,
  type ChannelName,
  channelOf,
  copyLandmarkFrame,
  createLandmarkFrame,
  type LandmarkFrame,
} from '../landmarkFrame.ts';
import { blendChannels } from './blend.ts';
import type { PostprocessSettings } from './settings.ts';
import { ExponentialSmoother } from './smoothing.ts';
import { clampVelocity } from './velocityClamp.ts';

export { DEFAULT_POSTPROCESS, type PostprocessSettings } from './settings.ts';

/**
 * Turns raw frames into the track's frames, one by one in bounded memory: confidence gate, velocity clamp, gap filling,
 * smoothing. A frame comes out `maxGapFrames` frames after it went in, because a gap is filled from both its ends.
 */
export class Postprocessor {
  readonly #settings: PostprocessSettings;
  readonly #aspect: number;
  readonly #emit: (frame: LandmarkFrame) => void;
  readonly #smoother: ExponentialSmoother;
  /** The last frames, cleaned but not smoothed: the newest, those that wait, and one that may begin a gap. */
  readonly #ring: LandmarkFrame[];
  readonly #lastTracked: Record<ChannelName, number> = { pose: -1, left_hand: -1, right_hand: -1, face: -1 };
  readonly #output = createLandmarkFrame();
  /** The last tracked values of each channel, for the velocity clamp. */
  readonly #last = createLandmarkFrame();
  #received = 0;
  #emitted = 0;

  /**
   * @param aspect width over height of the video
   * @param emit gets each finished frame; the frame is reused, so copy what must stay
   */
  constructor(settings: PostprocessSettings, aspect: number, emit: (frame: LandmarkFrame) => void) {
    this.#settings = settings;
    this.#aspect = aspect;
    this.#emit = emit;
    this.#smoother = new ExponentialSmoother(settings.emaAlpha);
    this.#ring = Array.from({ length: settings.maxGapFrames + 2 }, createLandmarkFrame);
  }

  /** Takes the next raw frame; its arrays are copied. */
  push(raw: LandmarkFrame): void {
    const index = this.#received++;
    const frame = this.#at(index);
    copyLandmarkFrame(raw, frame);
    this.#gate(frame);
    if (index > 0) clampVelocity(this.#last, frame, this.#settings.velocityClampDegrees, this.#aspect);
    for (const name of CHANNEL_NAMES) {
      if (channelOf(frame, name).presence === 'tracked') this.#closeGap(name, index);
    }
    copyLandmarkFrame(frame, this.#last);
    if (index >= this.#settings.maxGapFrames) this.#release();
  }

  /** The video has ended: lets out the frames that still wait. */
  flush(): void {
    while (this.#emitted < this.#received) this.#release();
  }

  #at(index: number): LandmarkFrame {
    const frame = this.#ring[index % this.#ring.length];
    if (!frame) throw new RangeError(`no frame ${index}`);
    return frame;
  }

  #gate(frame: LandmarkFrame): void {
    for (const name of CHANNEL_NAMES) {
      const channel = channelOf(frame, name);
      channel.clamped = false;
      channel.gated = channel.presence === 'tracked' && channel.confidence < this.#settings.minConfidence;
      if (channel.gated) channel.presence = 'absent';
    }
  }

  #closeGap(name: ChannelName, end: number): void {
    const start = this.#lastTracked[name];
    this.#lastTracked[name] = end;
    const gap = end - start - 1;
    if (start < 0 || gap === 0 || gap > this.#settings.maxGapFrames) return;
    const before = this.#at(start);
    const after = this.#at(end);
    const from = channelOf(before, name);
    const to = channelOf(after, name);
    for (let index = start + 1; index < end; index++) {
      const frame = this.#at(index);
      const channel = channelOf(frame, name);
      const share = (frame.timeSeconds - before.timeSeconds) / (after.timeSeconds - before.timeSeconds);
      blendChannels(name, from, to, share, channel);
      channel.presence = 'filled';
      channel.confidence = Math.min(from.confidence, to.confidence);
    }
  }

  #release(): void {
    copyLandmarkFrame(this.#at(this.#emitted++), this.#output);
    this.#smoother.apply(this.#output);
    this.#emit(this.#output);
  }
}
