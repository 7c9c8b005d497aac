import { open, rm } from 'node:fs/promises';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import { copyPictures, probe } from './ffmpeg.ts';

/**
 * Writes a WebM stream as a file that names its length, and in which programs find any moment at once. Its pictures are
 * the same, each at its own time. When this resolves the copy has reached the disk; nothing is left of one that failed.
 * @throws `unreadable_media`, also where a picture would be lost; `tool_missing`, `disk_full`, `io`; the signal's reason
 */
export async function writeSeekableCopy(source: string, target: string, signal: AbortSignal): Promise<void> {
  try {
    await copyPictures(source, target, signal);
    if ((await countPictures(target)) !== (await countPictures(source))) {
      throw new MimesisError('unreadable_media', 'The video cannot be copied whole.');
    }
    const file = await open(target, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(target, { force: true });
    signal.throwIfAborted();
    throw ioError(error, 'A copy of the video cannot be written');
  }
}

const countSchema = z.object({
  streams: z.array(z.object({ codec_type: z.string(), nb_read_packets: z.coerce.number().optional() })),
});

/** Coded pictures of a file, without decoding them. */
async function countPictures(path: string): Promise<number | undefined> {
  const { streams } = countSchema.parse(await probe(path, ['-count_packets']));
  return streams.find(({ codec_type }) => codec_type === 'video')?.nb_read_packets;
}
