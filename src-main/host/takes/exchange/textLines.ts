import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError } from '../../files/index.ts';

/** Small enough that what is done with its lines keeps nobody waiting. */
const PIECE_BYTES = 64 * 1024;
/** A row of a face has 800 characters, a line with a body 4000. */
const MAX_LINE = 64 * 1024;

/**
 * The lines of a UTF-8 file, as many at a time as come together, without their line feeds.
 * @param signal ends it
 * @throws `invalid_take` for what is no text, or has a line that none of ours can be; `io`
 */
export async function* textLines(path: string, signal?: AbortSignal): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      signal?.throwIfAborted();
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE) throw noTake(path);
      yield lines;
    }
    rest += decoder.decode();
    if (rest !== '') yield [rest];
  } catch (error) {
    if (error instanceof TypeError) throw noTake(path, error);
    throw ioError(error, `${basename(path)} cannot be read`);
  }
}

function noTake(path: string, cause?: unknown): MimesisError {
  return new MimesisError('invalid_take', `${basename(path)} is no text file of a take.`, {
    remedy: 'Choose the CSV file of Live Link Face, or captured frames as lines (JSONL).',
    cause,
  });
}
