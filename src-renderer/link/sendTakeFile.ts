import { TAKE_UPLOAD_PATH } from '#shared/contract/index.ts';
import { postBody } from './postBody.ts';

/**
 * Sends a file of a take that is then imported. Rejects as `postBody` does.
 * @param id of all files of the same take, a UUID
 * @param name of the file, with its folder's where it has one
 */
export async function sendTakeFile(id: string, name: string, file: Blob): Promise<void> {
  await postBody(TAKE_UPLOAD_PATH, { upload: id, name }, file, 'the take');
}
