import type { FrameSampler } from './frameSampler.ts';

/** Parts into which a take's time is divided. */
export const ACTIVITY_PARTS = 48;
/** This far from the mean, as root mean square over all numbers of a row, is drawn as full. */
const FULL_DISTANCE = 0.15;
/** So long a silence, or so many times the time between two samples, is drawn as one. */
const GAP_SECONDS = 0.25;
const GAP_STEPS = 4;

export interface Expression {
  /** Where it is farthest from the mean: index of the sample. */
  readonly peak: number;
  /** How far from the mean, at most, in each part of the take, 0..1; null where nothing was sampled. */
  readonly activity: readonly (number | null)[];
}

/**
 * How what was sampled differs from its mean over time.
 * @returns undefined for no samples
 */
export function expressionOf(samples: FrameSampler, durationSeconds: number): Expression | undefined {
  if (samples.count === 0) return undefined;
  const mean = meanOf(samples);
  const gapSeconds = Math.max(GAP_SECONDS, (GAP_STEPS * durationSeconds) / samples.count);
  const partOf = (seconds: number): number => {
    const share = durationSeconds > 0 ? seconds / durationSeconds : 0;
    return Math.min(ACTIVITY_PARTS - 1, Math.max(0, Math.floor(share * ACTIVITY_PARTS)));
  };
  const activity = new Array<number | null>(ACTIVITY_PARTS).fill(null);
  let peak = 0;
  let farthest = -1;
  for (let i = 0; i < samples.count; i++) {
    const distance = distanceBetween(samples.row(i), mean);
    if (distance > farthest) [peak, farthest] = [i, distance];
    const seconds = samples.times[i] ?? 0;
    const next = samples.times[Math.min(i + 1, samples.count - 1)] ?? 0;
    const last = partOf(next - seconds < gapSeconds ? next : seconds);
    const drawn = rounded(Math.min(1, distance / FULL_DISTANCE));
    for (let part = partOf(seconds); part <= last; part++)
      activity[part] = Math.max(activity[part] ?? 0, drawn);
  }
  return { peak, activity };
}

/** Two digits are more than a small picture shows. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

function meanOf(samples: FrameSampler): Float64Array {
  const mean = new Float64Array(samples.width);
  for (let i = 0; i < samples.count; i++) {
    const row = samples.row(i);
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] ?? 0) + (row[k] ?? 0) / samples.count;
  }
  return mean;
}

function distanceBetween(row: Float32Array, mean: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < mean.length; k++) sum += ((row[k] ?? 0) - (mean[k] ?? 0)) ** 2;
  return Math.sqrt(sum / Math.max(1, mean.length));
}
