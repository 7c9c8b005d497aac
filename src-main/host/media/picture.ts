import { rename, rm, stat } from 'node:fs/promises';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError, isAbsence, partialName } from '../files/index.ts';
import { drawPicture } from './ffmpeg.ts';

/**
 * Writes the picture of a video at a moment, or its first one where it ends before, as a small JPEG that is whole or not
 * there.
 * @throws `unreadable_media`, `tool_missing`, `disk_full`, `io`
 */
export async function writePicture(source: string, target: string, seconds: number): Promise<void> {
  const partial = partialName(target);
  try {
    await drawPicture(source, partial, seconds);
    if (seconds > 0 && !(await hasContent(partial))) await drawPicture(source, partial, 0);
    if (!(await hasContent(partial))) throw new MimesisError('unreadable_media', 'The video has no picture.');
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw ioError(error, 'A picture of the video cannot be written');
  }
}

/** Behind the last picture ffmpeg writes nothing, and says that all went well. */
async function hasContent(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}
