import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MimesisError, type TakeThumbnail } from '#shared/contract/index.ts';
import { ioError, isAbsence, isDiskFull, writeFileDurably } from '../../files/index.ts';
import { writePicture } from '../../media/index.ts';
import { openTake } from '../openTake.ts';
import { TAKE_FILES } from '../takeFolder.ts';
import { expressionOf, rounded } from './expression.ts';
import { sampleTake } from './sampleTake.ts';

/** A thumbnail, with the name of its picture in the take's folder. */
export interface MadeThumbnail extends Omit<TakeThumbnail, 'picture'> {
  readonly pictureFile: string | null;
}

const PICTURE = 'thumbnail.jpg';
const DRAWING = 'thumbnail.json';
/** Another way of drawing has another number: thumbnails made before are then made anew. */
const VERSION = 1;

const storedSchema = z.object({
  version: z.literal(VERSION),
  takeBytes: z.number(),
  face: z.array(z.number()).nullable(),
  activity: z.array(z.number().nullable()),
  pictureFile: z.literal(PICTURE).nullable(),
});

/**
 * What tells a take apart at a glance: made once, then kept in the take's folder, unless the disk has no room for it.
 * @throws `invalid_take`, `io`
 */
export async function makeThumbnail(folder: string): Promise<MadeThumbnail> {
  const takeBytes = await bytesOf(join(folder, TAKE_FILES.take));
  const known = await readKnown(folder, takeBytes);
  if (known) return known;
  const made = await draw(folder);
  try {
    const stored = { version: VERSION, takeBytes, ...made };
    await writeFileDurably(join(folder, DRAWING), JSON.stringify(stored));
  } catch (error) {
    if (!(error instanceof MimesisError && error.kind === 'disk_full')) throw error;
  }
  return made;
}

async function draw(folder: string): Promise<MadeThumbnail> {
  const sampled = await sampleTake(folder);
  const expression = sampled && expressionOf(sampled.samples, sampled.durationSeconds);
  const peakSeconds = (expression && sampled?.samples.times[expression.peak]) ?? 0;
  const face =
    expression && sampled?.kind === 'face'
      ? Array.from(sampled.samples.row(expression.peak), (weight) =>
          rounded(Math.min(1, Math.max(0, weight))),
        )
      : null;
  return {
    face,
    activity: [...(expression?.activity ?? [])],
    pictureFile: await takePicture(folder, peakSeconds),
  };
}

/** A picture of the reference video at a moment of the take; null where there is none, or none can be taken. */
async function takePicture(folder: string, seconds: number): Promise<typeof PICTURE | null> {
  const { media } = await openTake(folder, { withRows: false });
  const video = media.find(({ description, pieces }) => description.kind === 'video' && pieces.length > 0);
  if (!video) return null;
  const videoSeconds = Math.max(0, seconds - (video.pieces[0]?.timeSeconds ?? 0));
  try {
    await writePicture(join(folder, video.description.file), join(folder, PICTURE), videoSeconds);
    return PICTURE;
  } catch (error) {
    // Without ffmpeg, with a damaged video or a full disk the drawing alone has to do.
    if (error instanceof MimesisError || isDiskFull(error)) return null;
    throw error;
  }
}

async function readKnown(folder: string, takeBytes: number): Promise<MadeThumbnail | undefined> {
  try {
    const stored = storedSchema.safeParse(JSON.parse(await readFile(join(folder, DRAWING), 'utf8')));
    if (!stored.success || stored.data.takeBytes !== takeBytes) return undefined;
    const { face, activity, pictureFile } = stored.data;
    return { face, activity, pictureFile };
  } catch (error) {
    if (isAbsence(error) || error instanceof SyntaxError) return undefined;
    throw ioError(error, 'The thumbnail of a take cannot be read');
  }
}

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw ioError(error, 'The take cannot be looked at');
  }
}
