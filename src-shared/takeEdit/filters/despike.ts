import type { Run } from '../recordedFrames.ts';

/** Of normally distributed values, the standard deviation over the median distance from the median. */
const DEVIATION_PER_MEDIAN_DISTANCE = 1.4826;
const SPIKE_DEVIATIONS = 3;
/** Numbers of a phone tremble by less than this; that is no spike, however still all around is. */
const LEAST_SPIKE = 0.02;

/**
 * Takes out single frames that jump: a frame further from the median of those around it than three standard deviations,
 * reckoned by the median distance, becomes that median; all others stay as they are (Hampel's identifier; L. Davies,
 * U. Gather, "The Identification of Multiple Outliers", J. Am. Stat. Assoc. 88, 1993).
 * @param run whose frames are looked at
 * @param within the frames of the run that are wanted; `result` gets them
 * @param widthSeconds how far around a frame is looked, before and behind it together; spikes up to half of it go
 * @returns how many frames were changed
 */
export function despike(
  times: Float64Array,
  values: Float32Array,
  run: Run,
  within: Run,
  widthSeconds: number,
  result: Float32Array,
): number {
  const reach = widthSeconds / 2;
  let spikes = 0;
  let first = run.start;
  let last = run.start;
  for (let frame = within.start; frame < within.end; frame++) {
    const time = times[frame] ?? 0;
    const value = values[frame] ?? 0;
    while (time - (times[first] ?? 0) > reach) first++;
    while (last < run.end && (times[last] ?? 0) - time <= reach) last++;
    const around = values.slice(first, last).sort();
    const median = middle(around);
    for (let i = 0; i < around.length; i++) around[i] = Math.abs((around[i] ?? 0) - median);
    const deviation = DEVIATION_PER_MEDIAN_DISTANCE * middle(around.sort());
    const isSpike = Math.abs(value - median) > Math.max(LEAST_SPIKE, SPIKE_DEVIATIONS * deviation);
    result[frame] = isSpike ? median : value;
    if (isSpike) spikes++;
  }
  return spikes;
}

/** The middle one of ascending numbers. */
function middle(sorted: Float32Array): number {
  return sorted[sorted.length >> 1] ?? 0;
}
