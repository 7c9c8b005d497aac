import { getSystemErrorMessage } from 'node:util';
import { MimesisError } from '#shared/contract/index.ts';

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** Whether an operation failed because the disk, or the user's share of it, is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL.has(error.code);
}

/** Whether a file operation failed for want of the file: no such name, or a folder of its path that is none. */
export function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Why a file operation failed, in the operating system's words ("permission denied"). */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'errno' in error && typeof error.errno === 'number'
    ? getSystemErrorMessage(error.errno)
    : error.message;
}

/** What to do about a full disk while videos are tracked. */
const RESUME = 'Free some space, then run the command again (track: with --resume).';

/**
 * A failed file operation in plain words: `what` says what could not be done, `fullRemedy` what to do where the disk is
 * full. An error that already is typed stays as it is.
 */
export function ioError(error: unknown, what: string, fullRemedy = RESUME): MimesisError {
  if (error instanceof MimesisError) return error;
  if (isDiskFull(error)) {
    return new MimesisError('disk_full', `${what}: the disk is full.`, {
      remedy: fullRemedy,
      cause: error,
    });
  }
  return new MimesisError('io', `${what}: ${systemReason(error)}.`, {
    remedy: 'Check that the folder exists and may be written.',
    cause: error,
  });
}
