import type { TakeTrim } from '#shared/contract/index.ts';

/** Nearer than this to an end of the take, a trim means that end. */
const TOLERANCE_SECONDS = 0.005;

/**
 * The trim that two fields tell, in seconds on the take's clock.
 * @returns null for the whole take; undefined for what is no trim of it
 */
export function trimOf(start: number, end: number, durationSeconds: number): TakeTrim | undefined {
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const startSeconds = Math.max(0, start);
  const endSeconds = Math.min(durationSeconds, end);
  if (startSeconds >= endSeconds) return undefined;
  const isWhole = startSeconds < TOLERANCE_SECONDS && endSeconds > durationSeconds - TOLERANCE_SECONDS;
  return isWhole ? null : { startSeconds, endSeconds };
}
