import { type ErrorInfo, MimesisError } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import type { Sound } from './soundReader.ts';

/** What to read, and the address of its file. */
export interface ReadingTask {
  readonly kind: 'take' | 'sound';
  readonly url: string;
}

export type ReadingAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'take'; readonly take: RecordedTake }
  /** Undefined for a file whose sound cannot be drawn. */
  | { readonly kind: 'sound'; readonly sound: Sound | undefined }
  | { readonly kind: 'failed'; readonly error: ErrorInfo };

/**
 * Reads the recording of a take in a worker. Rejects with `invalid_take`, `missing_file`, or the signal's reason.
 * @param onProgress gets how much is read, 0..1
 */
export async function readTake(
  url: string,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<RecordedTake> {
  const answer = await read({ kind: 'take', url }, signal, onProgress);
  if (answer.kind !== 'take') throw new Error(`a take was asked for, and there came: ${answer.kind}`);
  return answer.take;
}

/** Reads what is drawn of a sound file, likewise; undefined where it cannot be drawn. */
export async function readSound(url: string, signal: AbortSignal): Promise<Sound | undefined> {
  const answer = await read({ kind: 'sound', url }, signal, () => {});
  return answer.kind === 'sound' ? answer.sound : undefined;
}

function read(
  task: ReadingTask,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<ReadingAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./readingWorker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<ReadingAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'failed') reject(errorOf(data.error));
      else resolve(data);
    };
    worker.postMessage(task);
  });
  return answer.finally(() => worker.terminate());
}

const errorOf = ({ kind, message, remedy }: ErrorInfo): MimesisError =>
  new MimesisError(kind, message, remedy === undefined ? {} : { remedy });
