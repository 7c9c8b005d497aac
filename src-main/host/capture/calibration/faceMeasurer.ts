import {
  type CaptureFrame,
  encodeRawFaceMessage,
  FaceSampler,
  type FaceSamples,
  measureNeutral,
  measureReach,
  NEUTRAL_SECONDS,
  REACH_SECONDS,
  type Reached,
} from '#shared/capture/index.ts';
import type { NeutralPose } from '#shared/contract/index.ts';
import type { Clock } from '../clock.ts';

/** For how long a studio sees raw faces once it has asked. It asks again and again: one that is gone is sent nothing. */
const WATCH_SECONDS = 3;

/** Looks at raw faces for whoever calibrates: measures them, and shows them as they come. */
export class FaceMeasurer {
  readonly #clock: Clock;
  readonly #onRawFace: (message: Uint8Array, subjectId: number) => void;
  readonly #samplers = new Map<FaceSampler, number>();
  /** Until when each subject's raw faces are watched. */
  readonly #watched = new Map<number, number>();

  /** @param onRawFace a raw face, ready to be sent (`rawFaceMessage.ts`) */
  constructor(clock: Clock, onRawFace: (message: Uint8Array, subjectId: number) => void) {
    this.#clock = clock;
    this.#onRawFace = onRawFace;
  }

  /** Takes a raw frame, in the order of the sender's times. */
  take(frame: CaptureFrame, subjectId: number): void {
    if (this.#samplers.size === 0 && this.#watched.size === 0) return;
    const now = this.#clock.nowSeconds();
    for (const [sampler, id] of this.#samplers) if (id === subjectId) sampler.add(frame, now);
    const until = this.#watched.get(subjectId);
    if (until === undefined || !frame.faceFound) return;
    if (now < until) this.#onRawFace(encodeRawFaceMessage(frame.channels, subjectId), subjectId);
    else this.#watched.delete(subjectId);
  }

  /** Shows a subject's raw faces for some seconds from now on. */
  watch(subjectId: number): void {
    this.#watched.set(subjectId, this.#clock.nowSeconds() + WATCH_SECONDS);
  }

  /** The subject's neutral pose, from the second to come. Rejects with `not_measured`. */
  async neutral(subjectId: number): Promise<NeutralPose> {
    return measureNeutral(await this.#look(subjectId, NEUTRAL_SECONDS));
  }

  /** How far each channel goes in the seconds to come. Rejects with `not_measured`. */
  async reach(subjectId: number): Promise<Reached> {
    return measureReach(await this.#look(subjectId, REACH_SECONDS));
  }

  async #look(subjectId: number, seconds: number): Promise<FaceSamples> {
    const from = this.#clock.nowSeconds();
    const sampler = new FaceSampler(from);
    this.#samplers.set(sampler, subjectId);
    await new Promise<void>((over) => this.#clock.at(from + seconds, over));
    this.#samplers.delete(sampler);
    return sampler.finish(this.#clock.nowSeconds());
  }
}
