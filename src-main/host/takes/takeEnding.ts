import { MimesisError } from '#shared/contract/index.ts';
import type { TakeEnd } from '#shared/formats/index.ts';
import { ioError } from '../files/index.ts';

/** Why a take has ended; `error` where it ended by itself. */
export interface TakeEnding extends Pick<TakeEnd, 'reason' | 'message'> {
  readonly error?: MimesisError;
}

/** Of the words that a take's end holds. */
const MAX_MESSAGE = 500;

export function endedBy(error: MimesisError): TakeEnding {
  const reason = error.kind === 'disk_full' ? 'disk_full' : 'io';
  return { reason, message: error.message.slice(0, MAX_MESSAGE), error };
}

/** @param title of the take, as it stands in a sentence */
export function diskFailure(title: string, error: unknown): MimesisError {
  const remedy = 'What was recorded until then is kept. Free some space before the next take.';
  return ioError(error, `Recording of ${title} has ended`, remedy);
}

export function diskTooSlow(title: string): MimesisError {
  return new MimesisError('io', `Recording of ${title} has ended: the disk does not keep up.`, {
    remedy: 'What was recorded until then is kept. Record to a faster disk, or end other work on this one.',
  });
}
