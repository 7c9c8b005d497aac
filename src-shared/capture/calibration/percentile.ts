/** The value below which a share of the values lies, 0..1; between two of them, in a straight line. 0 of none. */
export function percentile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const lower = sorted[below] ?? 0;
  const upper = sorted[below + 1] ?? lower;
  return lower + (upper - lower) * (place - below);
}

export const median = (values: Iterable<number>): number => percentile(values, 0.5);
