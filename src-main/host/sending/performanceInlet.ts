import { type CaptureFrame, createCaptureFrame, decodeFrameMessage } from '#shared/capture/index.ts';

/** A studio that has sent nothing for so long gives way to another. */
const SILENT_SECONDS = 1;

/** What studios perform, of one of them at a time: two windows do not mix into one face. */
export class PerformanceInlet {
  readonly #frame = createCaptureFrame();
  #studio = -1;
  #lastSeconds = Number.NEGATIVE_INFINITY;

  /**
   * Reads a frame of a studio.
   * @param studio tells its connection from those of others
   * @returns the same object each time; undefined for what is no frame, or of a studio that is not heard now
   */
  receive(message: Uint8Array, studio: number, nowSeconds: number): CaptureFrame | undefined {
    if (studio !== this.#studio && nowSeconds - this.#lastSeconds < SILENT_SECONDS) return undefined;
    if (decodeFrameMessage(message, this.#frame) === undefined) return undefined;
    this.#studio = studio;
    this.#lastSeconds = nowSeconds;
    return this.#frame;
  }
}
