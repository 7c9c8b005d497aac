import type { FrameFileFacts, FrameFileKind } from './frameFile.ts';

const DAY_MS = 86_400_000;

/**
 * When a take was recorded: as the phone says; else, of a CSV file, at the time of day of its first timecode, on the day
 * on which the file was written last or the day before; else when the file was written last.
 * @param recordedAt ISO 8601; without an offset in this computer's time zone
 */
export function startOf(
  recordedAt: string | undefined,
  { firstSeconds }: Pick<FrameFileFacts, 'firstSeconds'>,
  kind: FrameFileKind,
  modifiedMs: number,
): Date {
  if (recordedAt !== undefined) return new Date(recordedAt);
  const modified = new Date(modifiedMs);
  if (kind === 'jsonl') return modified;
  const start = new Date(modified).setHours(0, 0, 0, 0) + 1000 * firstSeconds;
  return new Date(start <= modifiedMs ? start : start - DAY_MS);
}
