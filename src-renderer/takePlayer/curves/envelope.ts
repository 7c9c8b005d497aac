/** Values that one entry of a level stands for, of those of the level below. */
const GROUP = 8;

interface Level {
  /** Values that one entry stands for. */
  readonly size: number;
  readonly lows: Float32Array;
  readonly highs: Float32Array;
  readonly sums: Float32Array;
}

/** Least, greatest and mean of any stretch of a curve, in a time that hardly depends on how long it is. */
export class Envelope {
  readonly #levels: readonly Level[];
  low = 0;
  high = 0;
  mean = 0;

  /** @param values finite; they must not change any more */
  constructor(values: Float32Array) {
    const levels: Level[] = [{ size: 1, lows: values, highs: values, sums: values }];
    for (let below = levels[0]; below && below.lows.length > GROUP; below = levels.at(-1)) {
      levels.push(levelAbove(below));
    }
    this.#levels = levels;
  }

  /** Puts least, greatest and mean of the values from `first` to before `end` into `low`, `high` and `mean`; there is at least one. */
  look(first: number, end: number): void {
    this.low = Number.POSITIVE_INFINITY;
    this.high = Number.NEGATIVE_INFINITY;
    let depth = 0;
    let sum = 0;
    for (let at = first; at < end; ) {
      while (this.#fits(depth + 1, at, end)) depth++;
      while (depth > 0 && !this.#fits(depth, at, end)) depth--;
      const level = this.#levels[depth];
      if (!level) return;
      const entry = at / level.size;
      this.low = Math.min(this.low, level.lows[entry] ?? this.low);
      this.high = Math.max(this.high, level.highs[entry] ?? this.high);
      sum += level.sums[entry] ?? 0;
      at += level.size;
    }
    this.mean = sum / (end - first);
  }

  #fits(depth: number, at: number, end: number): boolean {
    const size = this.#levels[depth]?.size;
    return size !== undefined && at % size === 0 && at + size <= end;
  }
}

function levelAbove({ size, lows, highs, sums }: Level): Level {
  const length = Math.ceil(lows.length / GROUP);
  const above = {
    size: size * GROUP,
    lows: new Float32Array(length),
    highs: new Float32Array(length),
    sums: new Float32Array(length),
  };
  for (let entry = 0; entry < length; entry++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let sum = 0;
    const end = Math.min(lows.length, (entry + 1) * GROUP);
    for (let i = entry * GROUP; i < end; i++) {
      low = Math.min(low, lows[i] ?? low);
      high = Math.max(high, highs[i] ?? high);
      sum += sums[i] ?? 0;
    }
    above.sums[entry] = sum;
    above.lows[entry] = low;
    above.highs[entry] = high;
  }
  return above;
}
