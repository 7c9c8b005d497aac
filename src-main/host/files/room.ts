import { statfs } from 'node:fs/promises';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError } from './ioError.ts';

/** What copies leave free: recording and the workspace's own files come first. */
const LEFT_FREE_BYTES = 256 * 2 ** 20;

/**
 * Requires that a disk has room for a file that is copied to it.
 * @param folder that exists
 * @throws `disk_full`, `io`
 */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  let free: number;
  try {
    const { bavail, bsize } = await statfs(folder);
    free = bavail * bsize;
  } catch (error) {
    throw ioError(error, `The disk of ${folder} cannot be looked at`);
  }
  if (free - LEFT_FREE_BYTES >= bytes) return;
  throw new MimesisError('disk_full', `The disk has no room for ${megabytes(bytes)} more.`, {
    remedy: `${megabytes(Math.max(0, free))} are free, of which ${megabytes(LEFT_FREE_BYTES)} are left. Free some space first.`,
  });
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;
