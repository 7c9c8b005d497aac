import { open, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ErrorInfo, toErrorInfo } from '#shared/contract/index.ts';
import { CHUNK_TYPES, type Chunk, ChunkReader, type TakeTail } from '#shared/formats/index.ts';
import { ioError, isAbsence, syncFolder } from '../files/index.ts';
import { repairTake } from './repairTake.ts';
import { TAKE_FILES, takeIdsIn } from './takeFolder.ts';

/** What was found of a take that had not been ended. */
export type RecoveredTake = { readonly takeId: string } & (
  | { readonly kind: 'repaired'; readonly tail: TakeTail }
  /** The program died before the take had begun: nothing was in it, and its folder is gone. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly error: ErrorInfo }
);

/** More than an end chunk has. */
const END_BYTES = 4096;
/** More than the beginning of a take has. */
const BEGINNING_BYTES = 8192;

/**
 * Repairs every take that was not ended. To be called before anything is recorded, by the only process that holds the
 * workspace.
 * @returns what was done, nothing for takes that are whole
 * @throws `io` where the folder of takes cannot be read
 */
export async function recoverTakes(takesFolder: string): Promise<RecoveredTake[]> {
  const recovered: RecoveredTake[] = [];
  for (const takeId of await takeIdsIn(takesFolder)) {
    const take = await recoverTake(join(takesFolder, takeId), takeId);
    if (take) recovered.push(take);
  }
  return recovered;
}

async function recoverTake(folder: string, takeId: string): Promise<RecoveredTake | undefined> {
  try {
    const file = join(folder, TAKE_FILES.take);
    const { size } = await stat(file);
    if ((await readChunks(file, size - END_BYTES)).lastType === CHUNK_TYPES.end) return undefined;
    if (size < BEGINNING_BYTES && (await readChunks(file, 0)).count === 0) {
      await rm(folder, { recursive: true });
      await syncFolder(join(folder, '..'));
      return { takeId, kind: 'empty' };
    }
    const tail = await repairTake(folder, { reason: 'interrupted', message: '' });
    return { takeId, kind: 'repaired', tail };
  } catch (error) {
    if (isAbsence(error) && (await removeIfEmpty(folder))) return { takeId, kind: 'empty' };
    return { takeId, kind: 'unreadable', error: toErrorInfo(ioError(error, 'The take cannot be repaired')) };
  }
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  if ((await readdir(folder)).length > 0) return false;
  await rmdir(folder);
  return true;
}

/** The chunks in the last bytes of a file. `lastType` is that of the one with which it ends. */
async function readChunks(
  path: string,
  from: number,
): Promise<{ count: number; lastType: string | undefined }> {
  let count = 0;
  let lastType: string | undefined;
  const reader = new ChunkReader({
    chunk({ type }: Chunk) {
      count++;
      lastType = type;
    },
    damage() {},
  });
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(BEGINNING_BYTES),
      0,
      BEGINNING_BYTES,
      Math.max(0, from),
    );
    reader.push(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
  return { count, lastType: reader.finish().lostBytes === 0 ? lastType : undefined };
}
