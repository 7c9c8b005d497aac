/** When the pictures of a camera were taken, as the browser tells of each picture that it shows. */
export class PictureTimes {
  readonly #video = document.createElement('video');
  #waiting: { readonly fromMs: number; resolve(takenMs: number): void }[] = [];
  #handle = 0;

  constructor(stream: MediaStream) {
    this.#video.muted = true;
    this.#video.srcObject = stream;
    void this.#video.play().catch(() => {
      // It was closed before it began.
    });
    this.#watch();
  }

  /** When the first picture was taken that came at this time of `performance.now()` or later. */
  firstFrom(fromMs: number): Promise<number> {
    return new Promise((resolve) => this.#waiting.push({ fromMs, resolve }));
  }

  close(): void {
    this.#video.cancelVideoFrameCallback(this.#handle);
    this.#video.srcObject = null;
  }

  #watch(): void {
    this.#handle = this.#video.requestVideoFrameCallback((now, { captureTime }) => {
      const takenMs = captureTime ?? now;
      for (const each of this.#waiting) if (takenMs >= each.fromMs) each.resolve(takenMs);
      this.#waiting = this.#waiting.filter(({ fromMs }) => takenMs < fromMs);
      this.#watch();
    });
  }
}
