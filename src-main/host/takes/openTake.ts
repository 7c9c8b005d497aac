import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordedMedium, type RecordedTake, TakeReader } from '#shared/formats/index.ts';
import { ioError, isAbsence } from '../files/index.ts';
import { TAKE_FILES } from './takeFolder.ts';

/** So that no piece keeps the event loop for more than a millisecond. */
const PIECE_BYTES = 64 * 1024;

/**
 * Reads the take in a folder, as far as it can be read. Pieces of sound that never reached the disk are left out, and
 * those of a video that is not there.
 * @param options.withRows false where times and counts are enough
 * @throws `invalid_take`, `io`
 */
export async function openTake(folder: string, options?: { withRows: boolean }): Promise<RecordedTake> {
  const reader = new TakeReader(options);
  try {
    for await (const bytes of createReadStream(join(folder, TAKE_FILES.take), {
      highWaterMark: PIECE_BYTES,
    })) {
      reader.push(bytes);
    }
    const take = reader.finish();
    return { ...take, media: await Promise.all(take.media.map((medium) => onDisk(folder, medium))) };
  } catch (error) {
    throw ioError(error, 'The take cannot be read');
  }
}

async function onDisk(folder: string, { description, pieces }: RecordedMedium): Promise<RecordedMedium> {
  const size = await sizeOf(join(folder, description.file));
  // They tell where pictures lay in the stream; the file may have been written anew since.
  if (description.kind === 'video') return { description, pieces: size > 0 ? pieces : [] };
  return {
    description,
    pieces: pieces
      .filter(({ fromByte }) => fromByte < size)
      .map((piece) => ({ ...piece, bytes: Math.min(piece.bytes, size - piece.fromByte) })),
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isAbsence(error)) return 0;
    throw error;
  }
}
