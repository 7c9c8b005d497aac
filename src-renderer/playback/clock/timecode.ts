import type { Timing } from './timing.ts';

/** Stamps in milliseconds may put the first frame of a second a little before it. */
const STAMP_ROUNDING_SECONDS = 0.0005;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * A frame's timecode, HH:MM:SS:FF: its time, and its number within its second from 00 on. So it is true at every frame
 * rate, an uneven one too.
 */
export function timecodeOf({ times }: Timing, frame: number): string {
  const second = Math.floor((times[frame] ?? 0) + STAMP_ROUNDING_SECONDS);
  let first = frame;
  while (first > 0 && (times[first - 1] ?? 0) + STAMP_ROUNDING_SECONDS >= second) first--;
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60, frame - first];
  return parts.map(twoDigits).join(':');
}
