/** Enough to tell takes apart, however long they are. */
const MAX_SAMPLES = 2048;

/** Rows of numbers at times, evenly thinned out: of a take of any length, at most `MAX_SAMPLES`. */
export class FrameSampler {
  readonly width: number;
  readonly times = new Float64Array(MAX_SAMPLES);
  readonly rows: Float32Array;
  #count = 0;
  #stride = 1;
  #offered = 0;

  constructor(width: number) {
    this.width = width;
    this.rows = new Float32Array(MAX_SAMPLES * width);
  }

  get count(): number {
    return this.#count;
  }

  row(index: number): Float32Array {
    return this.rows.subarray(index * this.width, (index + 1) * this.width);
  }

  /** Takes every row, then every second, every fourth…, so that what is kept stays evenly spread. */
  offer(timeSeconds: number, row: Float32Array): void {
    if (this.#offered++ % this.#stride !== 0) return;
    if (this.#count === MAX_SAMPLES) {
      this.#halve();
      // Of the rows at twice the distance, this is none.
      if ((this.#offered - 1) % this.#stride !== 0) return;
    }
    this.times[this.#count] = timeSeconds;
    this.rows.set(row, this.#count * this.width);
    this.#count += 1;
  }

  #halve(): void {
    for (let kept = 0; 2 * kept < this.#count; kept++) {
      this.times[kept] = this.times[2 * kept] ?? 0;
      this.rows.copyWithin(kept * this.width, 2 * kept * this.width, (2 * kept + 1) * this.width);
    }
    this.#count = Math.ceil(this.#count / 2);
    this.#stride *= 2;
  }
}
