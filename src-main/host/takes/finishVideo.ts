import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ioError, isAbsence, requireRoom, syncFolder } from '../files/index.ts';
import { writeSeekableCopy } from '../media/index.ts';
import { TAKE_FILES, unfinishedOf } from './takeFolder.ts';

/** Of a WebM file: its description ends well before. */
const HEAD_BYTES = 4096;
/** Elements of Matroska (RFC 9559, sections 5.1.2.10 and 5.1.3). */
const DURATION = Buffer.of(0x44, 0x89);
const CLUSTER = Buffer.of(0x1f, 0x43, 0xb6, 0x75);

/** Whether the reference video of a take is a stream still, as it was recorded; false where there is none. Throws `io`. */
export async function hasUnfinishedVideo(folder: string): Promise<boolean> {
  try {
    const file = await open(join(folder, TAKE_FILES.video), 'r');
    try {
      const { buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      const pictures = buffer.indexOf(CLUSTER);
      return !buffer.subarray(0, pictures < 0 ? HEAD_BYTES : pictures).includes(DURATION);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isAbsence(error)) return false;
    throw ioError(error, 'The video of a take cannot be read');
  }
}

/**
 * Gives the reference video of a take that is no longer recorded, which was written as a stream, its length and what is
 * needed to find a moment in it. Its pictures and their times stay. Until the new file is whole and on the disk, and
 * where that fails, the old one is there.
 * @param folder of the take, among all takes
 * @throws `unreadable_media`, `tool_missing`, `disk_full`, `io`; the signal's reason
 */
export async function finishVideo(folder: string, signal: AbortSignal): Promise<void> {
  const video = join(folder, TAKE_FILES.video);
  const unfinished = unfinishedOf(dirname(folder));
  // Not in the take's own folder, which may be moved or read meanwhile.
  const copy = join(unfinished, `${basename(folder)}.webm`);
  try {
    await mkdir(unfinished, { recursive: true });
    await requireRoom(unfinished, (await stat(video)).size);
    await writeSeekableCopy(video, copy, signal);
    await rename(copy, video);
    await syncFolder(folder);
  } catch (error) {
    await rm(copy, { force: true });
    signal.throwIfAborted();
    throw ioError(error, 'The video of a take cannot be finished');
  }
}
