const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A number of things, as the studio writes it: 100,002. */
export function formatCount(count: number): string {
  return whole.format(count);
}
