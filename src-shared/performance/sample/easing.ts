/** From 0 to 1 with neither speed nor acceleration at the ends: how people move from one place to another (minimum jerk). */
export function ease(progress: number): number {
  const t = Math.min(1, Math.max(0, progress));
  return t * t * t * (t * (6 * t - 15) + 10);
}
