import { TAKE_UPLOAD_PATH } from '#shared/contract/index.ts';
import type { UploadRoute } from './upload.ts';

/** Takes in a file of a take, under the names in the query, which it checks. May throw a `MimesisError`. */
export type TakeFileReceiver = (
  query: unknown,
  chunks: AsyncIterable<Uint8Array>,
  announcedBytes: number,
) => Promise<void>;

/** The way on which browsers, which tell no paths, send the files of takes that are imported. */
export function takeUpload(receive: TakeFileReceiver): UploadRoute {
  return {
    path: TAKE_UPLOAD_PATH,
    async receive(query, chunks, announcedBytes) {
      await receive(query, chunks, announcedBytes);
      return {};
    },
  };
}
