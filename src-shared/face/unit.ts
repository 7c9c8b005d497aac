/** A number within 0..1; what is no number is 0. */
export function unit(value: number): number {
  return value > 0 ? Math.min(1, value) : 0;
}
