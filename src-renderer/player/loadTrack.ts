import { type ErrorInfo, MimesisError } from '#shared/contract/index.ts';
import type { Track } from '#shared/formats/index.ts';
import { words } from './words.ts';

export type TrackWorkerMessage =
  | { readonly kind: 'progress'; readonly frames: number }
  | { readonly kind: 'track'; readonly track: Track }
  | { readonly kind: 'failed'; readonly error: ErrorInfo };

/**
 * Reads a tracking file in a worker. Rejects with `damaged_track`, with `missing_file`, or with the signal's reason.
 *
 * @param onProgress gets the frames read so far
 */
export async function loadTrack(
  url: string,
  signal: AbortSignal,
  onProgress: (frames: number) => void,
): Promise<Track> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./trackWorker.ts', import.meta.url), { type: 'module' });
  const reading = new Promise<Track>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<TrackWorkerMessage>) => {
      if (data.kind === 'progress') onProgress(data.frames);
      else if (data.kind === 'track') resolve(data.track);
      else reject(errorOf(data.error));
    };
    worker.postMessage(url);
  });
  return reading.finally(() => worker.terminate());
}

/** What broke off the reading. What is no error of ours is the stream's: the file does not unpack to its end. */
function errorOf({ kind, message, remedy = words.track.again }: ErrorInfo): MimesisError {
  return kind === 'internal'
    ? new MimesisError('damaged_track', words.track.cut, { remedy, cause: message })
    : new MimesisError(kind, message, { remedy });
}
