import { CAPTURE_CHANNEL_COUNT, type CaptureFrame } from './captureFrame.ts';

/** A recorded face: at least one row, times never going back. */
export interface FaceTake {
  /** Seconds since the midnight before the take; past 86 400 where the take goes over the next. */
  readonly times: Float64Array;
  /** A row of `CAPTURE_CHANNELS` for each time, one after another. */
  readonly channels: Float32Array;
}

/**
 * Fills in a take's face at a moment, in a straight line between the two rows around it; before and after the take, its
 * first and last row. Device id and subject stay as they are.
 * @param timeSeconds on the clock of the take's times
 */
export function sampleTake({ times, channels }: FaceTake, timeSeconds: number, frame: CaptureFrame): void {
  const before = rowAt(times, timeSeconds);
  const after = Math.min(before + 1, times.length - 1);
  const start = times[before] ?? 0;
  const span = (times[after] ?? 0) - start;
  const weight = span > 0 ? Math.min(1, Math.max(0, (timeSeconds - start) / span)) : 0;
  frame.timeSeconds = timeSeconds;
  frame.faceFound = true;
  for (let channel = 0; channel < CAPTURE_CHANNEL_COUNT; channel++) {
    const from = channels[before * CAPTURE_CHANNEL_COUNT + channel] ?? 0;
    const to = channels[after * CAPTURE_CHANNEL_COUNT + channel] ?? 0;
    frame.channels[channel] = from * (1 - weight) + to * weight;
  }
}

/** The last row that is not later than the time; the first where all are. */
function rowAt(times: Float64Array, timeSeconds: number): number {
  let low = 0;
  let high = times.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= timeSeconds) low = middle;
    else high = middle;
  }
  return low;
}
