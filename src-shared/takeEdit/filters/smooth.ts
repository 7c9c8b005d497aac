import type { Run } from '../recordedFrames.ts';

/** Below this share of what it is for even frames, a line through the frames around is not determined. */
const FLAT = 1e-9;

/**
 * Smooths without lag: each frame becomes what a straight line says there that is fitted to the frames around it, near
 * ones counting more (local linear regression; W. Cleveland, "Robust Locally Weighted Regression and Smoothing
 * Scatterplots", J. Am. Stat. Assoc. 74, 1979; J. Fan, I. Gijbels, "Local Polynomial Modelling and Its Applications",
 * 1996). Weights are by the frames' true times, (1 - u²)³ for u half widths away: as wide as a Gaussian with a standard
 * deviation of a sixth of the width, and 0 from half the width on. Lines stay lines, at uneven frames and at the ends too.
 * @param run whose frames are looked at
 * @param within the frames of the run that are wanted; `result` gets them
 */
export function smooth(
  times: Float64Array,
  values: Float32Array,
  run: Run,
  within: Run,
  widthSeconds: number,
  result: Float32Array,
): void {
  const scale = 2 / widthSeconds;
  let first = run.start;
  for (let frame = within.start; frame < within.end; frame++) {
    const time = times[frame] ?? 0;
    const value = values[frame] ?? 0;
    while ((time - (times[first] ?? 0)) * scale >= 1) first++;
    let w = 0;
    let wu = 0;
    let wuu = 0;
    let wv = 0;
    let wuv = 0;
    for (let other = first; other < run.end; other++) {
      const u = ((times[other] ?? 0) - time) * scale;
      if (u >= 1) break;
      const inner = 1 - u * u;
      const weight = inner * inner * inner;
      const difference = (values[other] ?? 0) - value;
      w += weight;
      wu += weight * u;
      wuu += weight * u * u;
      wv += weight * difference;
      wuv += weight * u * difference;
    }
    const determinant = w * wuu - wu * wu;
    result[frame] = value + (determinant > FLAT * w * w ? (wuu * wv - wu * wuv) / determinant : wv / w);
  }
}
