/** How fast a camera is tracked. */
export interface Figures {
  /** Pictures a second. */
  readonly fps: number;
  /** Of one picture, the mean. */
  readonly milliseconds: number;
}

const EVERY_MS = 1000;

/** Sums up what each picture costs, and tells it once a second. */
export class FigureMeter {
  readonly #onFigures: (figures: Figures) => void;
  #sinceMs: number | undefined;
  #pictures = 0;
  #milliseconds = 0;

  constructor(onFigures: (figures: Figures) => void) {
    this.#onFigures = onFigures;
  }

  /**
   * A picture has been tracked.
   * @param milliseconds that it took
   * @param nowMs grows from call to call
   */
  add(milliseconds: number, nowMs: number): void {
    if (this.#sinceMs === undefined) {
      this.#sinceMs = nowMs;
      return;
    }
    this.#pictures += 1;
    this.#milliseconds += milliseconds;
    const passed = nowMs - this.#sinceMs;
    if (passed < EVERY_MS) return;
    const [pictures, spent] = [this.#pictures, this.#milliseconds];
    this.#onFigures({ fps: (pictures * 1000) / passed, milliseconds: spent / pictures });
    this.#sinceMs = nowMs;
    this.#pictures = 0;
    this.#milliseconds = 0;
  }
}
