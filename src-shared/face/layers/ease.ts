/** Smooth way from 0 to 1 that starts and ends at rest: 3u² − 2u³. */
export function smoothstep(u: number): number {
  return u <= 0 ? 0 : u >= 1 ? 1 : u * u * (3 - 2 * u);
}

/** The avatar engine's easing for the release of closed lips (its section 4.4): quick at first, then slow. */
export function easeOutCubic(u: number): number {
  return u <= 0 ? 0 : u >= 1 ? 1 : 1 - (1 - u) ** 3;
}

/** `value`, moved towards `goal` by no more than `step`. */
export function approach(value: number, goal: number, step: number): number {
  return value < goal ? Math.min(goal, value + step) : Math.max(goal, value - step);
}

/**
 * A critically damped spring after a step, exact for any step: d' = (d + (v + w d) t) e^(-wt).
 * @param away from rest
 * @param speed per second
 * @param decay e^(-rate × seconds)
 * @returns how far it is from rest
 */
export function dampedPlace(
  away: number,
  speed: number,
  rate: number,
  seconds: number,
  decay: number,
): number {
  return (away + (speed + rate * away) * seconds) * decay;
}

/** The speed of that spring after the step. */
export function dampedSpeed(
  away: number,
  speed: number,
  rate: number,
  seconds: number,
  decay: number,
): number {
  return (speed - rate * (speed + rate * away) * seconds) * decay;
}
