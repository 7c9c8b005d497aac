import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ioError, isAbsence, syncFolder } from '../files/index.ts';

/** Files in the folder of a take. */
export const TAKE_FILES = {
  take: 'take.mimesis-take',
  audio: 'audio.wav',
  video: 'video.webm',
  /** The reference video of a take that was imported. */
  phoneVideo: 'video.mov',
  facts: 'about.json',
  edit: 'edit.json',
  /** An edit that could not be read, when another took its place. */
  unreadableEdit: 'edit.unreadable.json',
} as const;

/** Where deleted takes wait, in the folder of all takes. */
const TRASH = '.trash';
/** What is not whole yet; the next start clears it. */
const UNFINISHED = '.importing';

const takeIdSchema = z.uuid();

/** Whether a folder's name is that of a take. */
function isTakeId(name: string): boolean {
  return takeIdSchema.safeParse(name).success;
}

export function trashOf(takesFolder: string): string {
  return join(takesFolder, TRASH);
}

export function unfinishedOf(takesFolder: string): string {
  return join(takesFolder, UNFINISHED);
}

/** The folder of a take, in the trash or not. */
export function placeOf(takesFolder: string, { id, inTrash }: { id: string; inTrash: boolean }): string {
  return join(inTrash ? trashOf(takesFolder) : takesFolder, id);
}

/** The folders of takes in a folder; none where it does not exist. Throws `io`. */
export async function takeIdsIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(isTakeId);
  } catch (error) {
    if (isAbsence(error)) return [];
    throw ioError(error, 'The takes cannot be listed');
  }
}

/** Makes a folder, and those above it, so that their names survive a power cut. */
export async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || made === dirname(made)) return;
  }
}
