import type { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';

/** What to do about a full disk where something of the library is stored. */
export const MAKE_ROOM = 'Free some space, then try it again.';

/** A failed operation on the library in plain words; `what` says what could not be done. */
export function libraryError(error: unknown, what: string): MimesisError {
  return ioError(error, what, MAKE_ROOM);
}
