import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type KeptEdit,
  MimesisError,
  NO_EDIT,
  type TakeEdit,
  takeEditSchema,
} from '#shared/contract/index.ts';
import { ioError, isAbsence, writeFileDurably } from '../files/index.ts';
import { TAKE_FILES } from './takeFolder.ts';

const versionSchema = z.looseObject({ version: z.int().min(1) });

/**
 * What is edited of the take in a folder; no layers where nothing is.
 * @throws `invalid_take` for an edit that is damaged or was made by a newer version: the recording needs none; `io`
 */
export async function readEdit(folder: string): Promise<KeptEdit> {
  let text: string;
  try {
    text = await readFile(join(folder, TAKE_FILES.edit), 'utf8');
  } catch (error) {
    if (isAbsence(error)) return { edit: NO_EDIT, revision: '' };
    throw ioError(error, `${TAKE_FILES.edit} cannot be read`);
  }
  try {
    const { version } = versionSchema.parse(JSON.parse(text));
    if (version > NO_EDIT.version) throw newer();
    return { edit: takeEditSchema.parse(JSON.parse(text)), revision: revisionOf(text) };
  } catch (error) {
    if (error instanceof MimesisError) throw error;
    throw new MimesisError(
      'invalid_take',
      `The edit of a take is damaged: ${TAKE_FILES.edit} in ${folder}.`,
      {
        remedy: 'The take is shown as it was recorded. A new edit keeps this file under another name.',
        cause: error,
      },
    );
  }
}

/**
 * Replaces the edit of the take in a folder, durably; without layers, its file goes. An edit that cannot be read is kept
 * under another name.
 * @param over revision of the edit that it was made from; '' also for one that cannot be read
 * @returns the revision of the new one
 * @throws `conflict` where the edit is neither that one any more nor the new one already; `io`, `disk_full`
 */
export async function writeEdit(folder: string, edit: TakeEdit, over: string): Promise<string> {
  const path = join(folder, TAKE_FILES.edit);
  const text = edit.layers.length === 0 ? '' : `${JSON.stringify(edit, undefined, 2)}\n`;
  const revision = text === '' ? '' : revisionOf(text);
  const known = await readableRevision(folder);
  // Whoever has not heard that it was written may write it again.
  if (known === revision) return revision;
  if ((known ?? '') !== over) throw conflict();
  try {
    if (known === undefined) await rename(path, join(folder, TAKE_FILES.unreadableEdit));
    if (text === '') await rm(path, { force: true });
  } catch (error) {
    throw ioError(error, `${TAKE_FILES.edit} cannot be replaced`);
  }
  if (text !== '') await writeFileDurably(path, text);
  return revision;
}

/** A hash of the edit's file. */
const revisionOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Undefined for an edit that cannot be read. */
async function readableRevision(folder: string): Promise<string | undefined> {
  try {
    return (await readEdit(folder)).revision;
  } catch (error) {
    if (error instanceof MimesisError && error.kind === 'invalid_take') return undefined;
    throw error;
  }
}

function conflict(): MimesisError {
  return new MimesisError('conflict', 'This take was edited elsewhere at the same time.', {
    remedy: 'That edit is shown now. Undo it to come back to yours.',
  });
}

function newer(): MimesisError {
  return new MimesisError('invalid_take', 'The take was edited by a newer version of Mimesis Studio.', {
    remedy: 'Update Mimesis Studio. Here the take is shown as it was recorded.',
  });
}
