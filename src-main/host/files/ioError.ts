import { getSystemErrorMessage } from 'node:util';
import { MimesisError } from '#shared/contract/index.ts';

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** Whether an operation failed because the disk, or the user's share of it, is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL.has(error.code);
}

/**
 * A failed file operation in plain words: `what` says what could not be done. An error that already is typed stays as
 * it is.
 */
export function ioError(error: unknown, what: string): MimesisError {
  if (error instanceof MimesisError) return error;
  if (isDiskFull(error)) {
    return new MimesisError('disk_full', `${what}: the disk is full.`, {
      remedy: 'Free some space, then run the command again (track: with --resume).',
      cause: error,
    });
  }
  const reason =
    error instanceof Error && 'errno' in error && typeof error.errno === 'number'
      ? getSystemErrorMessage(error.errno)
      : String(error);
  return new MimesisError('io', `${what}: ${reason}.`, {
    remedy: 'Check that the folder exists and may be written.',
    cause: error,
  });
}
