import type { EditLayer } from '../../contract/index.ts';
import type { Run } from '../recordedFrames.ts';
import { opening } from './opening.ts';

export type BlinkSettings = Pick<
  Extract<EditLayer, { kind: 'blinks' }>,
  'closedWeight' | 'closeFrom' | 'longestSeconds'
>;

/** What became of the blinks of both lids. */
export interface BlinkCounts {
  /** Blinks that did not shut, and do now. */
  readonly closed: number;
  /** Half-blinks and flutter that are gone. */
  readonly removed: number;
}

/** How far lids stand out when they begin to blink. On a real phone, lids at rest move by 0.002 from frame to frame. */
const ONSET = 0.05;
/** Lids further apart than this wink. On a real phone, they are within 0.02 in every blink. */
const WINK = 0.3;
/** Share of `closedWeight` from which eyes are closed for longer: what stands out there is flutter. */
const CLOSED = 0.8;
/** A blink stands out by all that the lids fall beside it; the top of a slower move by less than this share of it. */
const STANDING = 0.7;
/** A blink that is so little short of shut counts as shut. */
const SHUT = 0.01;

/** A stretch in which the lids stand out, relative to the run. */
interface Event {
  readonly start: number;
  readonly end: number;
  /** Where they stand out most. */
  readonly peak: number;
}

/**
 * Mends the blinks of one lid. Where both lids' mean stands out of its opening, as it can for no longer than a blink, the
 * lids blink: if they go `closeFrom` of the way to shut, this lid is moved by what it lacks to `closedWeight` at the
 * peak, and elsewhere by as much of that as the lids stand out there, so when the blink begins and ends stays; else it
 * stays on its opening. Both lids shut in the same frame, and winks are left alone.
 * @param other the other lid
 * @param run whose frames are looked at; `result` gets them
 * @param within the frames in which blinks count
 */
export function mendBlinks(
  times: Float64Array,
  lid: Float32Array,
  other: Float32Array,
  { start, end }: Run,
  within: Run,
  settings: BlinkSettings,
  result: Float32Array,
): BlinkCounts {
  const runTimes = times.subarray(start, end);
  const own = Float64Array.from(lid.subarray(start, end));
  const mean = own.map((value, i) => (value + (other[start + i] ?? 0)) / 2);
  const base = opening(runTimes, mean, settings.longestSeconds);
  const out = mean.map((value, i) => value - (base[i] ?? 0));
  const ownBase = opening(runTimes, own, settings.longestSeconds);
  result.set(lid.subarray(start, end), start);
  let closed = 0;
  let removed = 0;
  for (const event of eventsIn(out)) {
    const { peak } = event;
    if (Math.abs((own[peak] ?? 0) - (other[start + peak] ?? 0)) > WINK) continue;
    const drop = (mean[peak] ?? 0) - footOf(runTimes, mean, peak, settings.longestSeconds);
    if ((out[peak] ?? 0) < STANDING * drop) continue;
    const counts = start + peak >= within.start && start + peak < within.end;
    if (isBlink(base[peak] ?? 0, mean[peak] ?? 0, settings)) {
      const lowest = Math.min(own[peak] ?? 0, other[start + peak] ?? 0);
      if (counts && settings.closedWeight - lowest > SHUT) closed++;
      close(event, own, out, settings.closedWeight, result.subarray(start, end));
    } else {
      if (counts) removed++;
      remove(event, own, ownBase, out, result.subarray(start, end));
    }
  }
  return { closed, removed };
}

/** How low the curve goes on both sides of a peak within a time. */
function footOf(times: Float64Array, mean: Float64Array, peak: number, seconds: number): number {
  const lowest = (direction: 1 | -1): number => {
    let low = mean[peak] ?? 0;
    for (let i = peak; Math.abs((times[i] ?? Number.NaN) - (times[peak] ?? 0)) <= seconds; i += direction) {
      low = Math.min(low, mean[i] ?? low);
    }
    return low;
  };
  return Math.max(lowest(1), lowest(-1));
}

/** Whether lids go far enough from where they are, and are not shut already. */
function isBlink(base: number, peak: number, { closedWeight, closeFrom }: BlinkSettings): boolean {
  return base < CLOSED * closedWeight && peak - base >= closeFrom * (closedWeight - base);
}

function eventsIn(out: Float64Array): Event[] {
  const events: Event[] = [];
  for (let i = 0; i < out.length; i++) {
    if ((out[i] ?? 0) <= ONSET) continue;
    const start = i;
    let peak = i;
    for (; (out[i] ?? 0) > ONSET; i++) if ((out[i] ?? 0) > (out[peak] ?? 0)) peak = i;
    events.push({ start, end: i, peak });
  }
  return events;
}

function close(
  { start, end, peak }: Event,
  own: Float64Array,
  out: Float64Array,
  closedWeight: number,
  result: Float32Array,
): void {
  const lack = Math.max(0, closedWeight - (own[peak] ?? 0));
  const height = (out[peak] ?? 0) - ONSET;
  for (let i = start; i < end; i++) {
    const value = own[i] ?? 0;
    const moved = value + (lack * ((out[i] ?? 0) - ONSET)) / height;
    result[i] = Math.min(moved, Math.max(closedWeight, value));
  }
}

function remove(
  { start, end }: Event,
  own: Float64Array,
  base: Float64Array,
  out: Float64Array,
  result: Float32Array,
): void {
  for (let i = start; i < end; i++) {
    const value = own[i] ?? 0;
    const excess = Math.max(0, value - (base[i] ?? 0) - ONSET);
    const share = Math.min(1, ((out[i] ?? 0) - ONSET) / ONSET);
    result[i] = value - share * excess;
  }
}
