import { TAKE_UPLOAD_PATH } from '#shared/contract/index.ts';
import { upload } from './upload.ts';

/**
 * Sends a file of a take that is then imported. Rejects as `upload` does.
 * @param id of all files of the same take, a UUID
 * @param name of the file, with its folder's where it has one
 */
export async function sendTakeFile(id: string, name: string, file: Blob): Promise<void> {
  await upload(TAKE_UPLOAD_PATH, { upload: id, name }, file, 'the take');
}
