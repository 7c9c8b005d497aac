import { getSystemErrorMessage } from 'node:util';

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
