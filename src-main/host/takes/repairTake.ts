import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeJsonChunk, type TakeEnd, type TakeTail } from '#shared/formats/index.ts';
import { isAbsence } from '../files/index.ts';
import { openTake } from './openTake.ts';
import { TAKE_FILES } from './takeFolder.ts';
import { mendWav } from './wavFile.ts';

/**
 * Ends a take that was not ended: cuts what is torn off its end, writes why it ended, and mends the head of its sound. A
 * repair that is itself cut short is done again by the next.
 * @returns what was kept and lost of the take's file
 * @throws `invalid_take`, `io` or `disk_full`; what was whole stays so
 */
export async function repairTake(
  folder: string,
  why: Pick<TakeEnd, 'reason' | 'message'>,
): Promise<TakeTail> {
  const { report, durationSeconds, subjects, end } = await openTake(folder, { withRows: false });
  const { tail, nextSequence } = report;
  const frames = subjects.reduce((sum, { counts }) => sum + counts.frames + counts.duplicates, 0);
  const file = await open(join(folder, TAKE_FILES.take), 'r+');
  try {
    await file.truncate(tail.keptBytes);
    if (!end) {
      const chunk = encodeJsonChunk('end', nextSequence, { ...why, durationSeconds, frames });
      await file.write(chunk, 0, chunk.length, tail.keptBytes);
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  await mendSound(folder);
  return tail;
}

/** Gives the sound of a take that is no longer recorded its length. */
export async function mendSound(folder: string): Promise<void> {
  try {
    await mendWav(join(folder, TAKE_FILES.audio));
  } catch (error) {
    // Most takes have none.
    if (!isAbsence(error)) throw error;
  }
}
