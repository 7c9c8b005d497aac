import { constants } from 'node:fs';
import { copyFile, open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { requireRoom } from '../../files/index.ts';
import { SOUND_FORMAT, writeSound } from '../../media/index.ts';
import { TAKE_FILES } from '../takeFolder.ts';
import { mendWav, WAV_HEAD_BYTES, wavHead } from '../wavFile.ts';
import type { WholeMedium } from './writeTakeFile.ts';

export interface ImportedMedia {
  readonly media: readonly WholeMedium[];
  /** What was done without, in plain sentences. */
  readonly problems: readonly string[];
}

/**
 * Copies a phone's video into a take's folder as its reference video, and its sound, decoded, beside it.
 * @param startSeconds when both begin, on the take's clock
 * @throws `disk_full`, and the system's errors
 */
export async function importMedia(
  video: string,
  folder: string,
  startSeconds: number,
): Promise<ImportedMedia> {
  const { size } = await stat(video);
  await requireRoom(folder, size);
  const target = join(folder, TAKE_FILES.phoneVideo);
  // Where the disk can, the copy shares the original's blocks.
  await copyFile(video, target, constants.COPYFILE_FICLONE);
  await sync(target);
  const description = {
    kind: 'video',
    number: 0,
    file: TAKE_FILES.phoneVideo,
    mimeType: 'video/quicktime',
  } as const;
  const picture: WholeMedium = { description, startSeconds, fromByte: 0, bytes: size };
  try {
    const sound = await importSound(target, folder, startSeconds);
    return { media: sound ? [picture, sound] : [picture], problems: [] };
  } catch (error) {
    if (!(error instanceof MimesisError)) throw error;
    const problem = `The sound of ${basename(video)} was left out: ${error.message}`;
    return { media: [picture], problems: [problem] };
  }
}

/** Undefined where the video has none. */
async function importSound(
  video: string,
  folder: string,
  startSeconds: number,
): Promise<WholeMedium | undefined> {
  const target = join(folder, TAKE_FILES.audio);
  try {
    const bytes = await writeSound(video, target, wavHead(SOUND_FORMAT));
    if (bytes === 0) {
      await rm(target, { force: true });
      return undefined;
    }
    await mendWav(target);
    const description = { kind: 'audio', number: 1, file: TAKE_FILES.audio, ...SOUND_FORMAT } as const;
    return { description, startSeconds, fromByte: WAV_HEAD_BYTES, bytes };
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}
