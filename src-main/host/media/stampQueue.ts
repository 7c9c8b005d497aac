/** Presentation times on their way from ffmpeg's log to the frames, which come over another pipe. */
export class StampQueue {
  readonly #stamps: number[] = [];
  #ended = false;
  #wake: (() => void) | undefined;

  add(stamp: number): void {
    this.#stamps.push(stamp);
    this.#wake?.();
  }

  /** No more will come. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** The next frame's time in seconds; waits for it. NaN where the log ended without it. */
  async next(): Promise<number> {
    while (this.#stamps.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#stamps.shift() ?? Number.NaN;
  }
}
