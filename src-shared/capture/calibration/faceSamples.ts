import type { CaptureFrame } from '../captureFrame.ts';

/** Raw faces of one subject over a short time, copied. */
export interface FaceSamples {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** When each was seen, in order, by the clock of the two above. */
  readonly times: readonly number[];
  /** Per face its channels, in the order of `CAPTURE_CHANNELS`. */
  readonly channels: readonly Float32Array[];
  /** Per face where the head was; none of senders that do not tell. */
  readonly headPositions: readonly Float32Array[];
}

/** Gathers raw faces as they come. */
export class FaceSampler {
  readonly #fromSeconds: number;
  readonly #times: number[] = [];
  readonly #channels: Float32Array[] = [];
  readonly #headPositions: Float32Array[] = [];

  constructor(fromSeconds: number) {
    this.#fromSeconds = fromSeconds;
  }

  /** Takes a copy of a frame, where there is a face in it. */
  add({ faceFound, channels, hasHeadPosition, headPosition }: CaptureFrame, nowSeconds: number): void {
    if (!faceFound) return;
    this.#times.push(nowSeconds);
    this.#channels.push(channels.slice());
    if (hasHeadPosition) this.#headPositions.push(headPosition.slice());
  }

  finish(toSeconds: number): FaceSamples {
    return {
      fromSeconds: this.#fromSeconds,
      toSeconds,
      times: this.#times,
      channels: this.#channels,
      headPositions: this.#headPositions,
    };
  }
}

/** The longest time in which no face was seen, in seconds. */
export function longestGap({ fromSeconds, toSeconds, times }: FaceSamples): number {
  let longest = 0;
  let before = fromSeconds;
  for (const time of [...times, toSeconds]) {
    longest = Math.max(longest, time - before);
    before = time;
  }
  return longest;
}
