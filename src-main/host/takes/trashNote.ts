import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError, isAbsence, writeFileDurably } from '../files/index.ts';

/** In the folder of a take in the trash: when it came there. */
const NOTE = 'trashed.json';
const noteSchema = z.object({ trashedAt: z.iso.datetime() });

/** Throws `io`. A full disk keeps nobody from throwing takes away: the note is then left out. */
export async function noteTrashed(folder: string, trashedAt: string): Promise<void> {
  try {
    await writeFileDurably(join(folder, NOTE), `${JSON.stringify({ trashedAt })}\n`);
  } catch (error) {
    if (!(error instanceof MimesisError && error.kind === 'disk_full')) throw error;
  }
}

/** When a take came into the trash, ISO 8601; now where that is not noted. Throws `io`. */
export async function trashedAtOf(folder: string): Promise<string> {
  try {
    const note = noteSchema.safeParse(JSON.parse(await readFile(join(folder, NOTE), 'utf8')));
    if (note.success) return note.data.trashedAt;
  } catch (error) {
    if (!(isAbsence(error) || error instanceof SyntaxError)) throw ioError(error, `${NOTE} cannot be read`);
  }
  return new Date().toISOString();
}

/** Throws the system's error. */
export async function forgetTrashed(folder: string): Promise<void> {
  await rm(join(folder, NOTE), { force: true });
}
