import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder } from '../files/index.ts';

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

const takeIdSchema = z.uuid();

/** Whether a folder's name is that of a take. */
export function isTakeId(name: string): boolean {
  return takeIdSchema.safeParse(name).success;
}

export function trashOf(takesFolder: string): string {
  return join(takesFolder, TRASH);
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
