import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ioError, partialName, syncFolder } from '../files/index.ts';
import { transcode } from './ffmpeg.ts';
import { readVideoInfo } from './videoInfo.ts';

/**
 * Writes a copy of a video that every browser plays: H.264 and AAC in MP4, every picture at its own time. The target is
 * whole or not there. Throws `unreadable_media`, `tool_missing`, `disk_full`, `io`; an `AbortError` when stopped.
 *
 * @param onProgress gets the finished part, 0..1
 */
export async function writePlayableCopy(
  source: string,
  target: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<void> {
  const { durationSeconds } = await readVideoInfo(source);
  const partial = partialName(target);
  try {
    await mkdir(dirname(target), { recursive: true });
    await transcode(source, partial, {
      signal,
      onTime: (seconds) => onProgress(durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) : 0),
    });
    await rename(partial, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(partial, { force: true });
    signal.throwIfAborted();
    throw ioError(error, 'A playable copy of the video cannot be written');
  }
}
