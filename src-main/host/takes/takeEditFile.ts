import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MimesisError, NO_EDIT, type TakeEdit, takeEditSchema } from '#shared/contract/index.ts';
import { ioError, isAbsence, writeFileDurably } from '../files/index.ts';
import { TAKE_FILES } from './takeFolder.ts';

const versionSchema = z.looseObject({ version: z.int().min(1) });

/**
 * What is edited of the take in a folder; no layers where nothing is.
 * @throws `invalid_take` for an edit that is damaged or was made by a newer version: the recording needs none; `io`
 */
export async function readEdit(folder: string): Promise<TakeEdit> {
  let text: string;
  try {
    text = await readFile(join(folder, TAKE_FILES.edit), 'utf8');
  } catch (error) {
    if (isAbsence(error)) return NO_EDIT;
    throw ioError(error, `${TAKE_FILES.edit} cannot be read`);
  }
  try {
    const { version } = versionSchema.parse(JSON.parse(text));
    if (version > NO_EDIT.version) throw newer();
    return takeEditSchema.parse(JSON.parse(text));
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
 * @throws `io`, `disk_full`
 */
export async function writeEdit(folder: string, edit: TakeEdit): Promise<void> {
  const path = join(folder, TAKE_FILES.edit);
  try {
    if (!(await isReadable(folder))) await rename(path, join(folder, TAKE_FILES.unreadableEdit));
    if (edit.layers.length === 0) return await rm(path, { force: true });
  } catch (error) {
    throw ioError(error, `${TAKE_FILES.edit} cannot be replaced`);
  }
  await writeFileDurably(path, `${JSON.stringify(edit, undefined, 2)}\n`);
}

async function isReadable(folder: string): Promise<boolean> {
  try {
    await readEdit(folder);
    return true;
  } catch (error) {
    if (error instanceof MimesisError && error.kind === 'invalid_take') return false;
    throw error;
  }
}

function newer(): MimesisError {
  return new MimesisError('invalid_take', 'The take was edited by a newer version of Mimesis Studio.', {
    remedy: 'Update Mimesis Studio. Here the take is shown as it was recorded.',
  });
}
