import { MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { arraysOf, TrackBuilder } from '#shared/formats/index.ts';
import { linesOf } from './lines.ts';
import type { TrackWorkerMessage } from './loadTrack.ts';
import { words } from './words.ts';

/** Frames between two words on the progress. */
const PROGRESS_FRAMES = 250;

/** A worker that is sent the address of a tracking file, reads it into a track, and is done with. */
self.onmessage = ({ data: url }: MessageEvent<string>) => {
  readTrack(url).catch((error: unknown) => tell({ kind: 'failed', error: toErrorInfo(error) }));
};

async function readTrack(url: string): Promise<void> {
  const builder = new TrackBuilder();
  for await (const line of linesOf(await unpacked(url))) {
    builder.line(line);
    if (builder.frames % PROGRESS_FRAMES === 0) tell({ kind: 'progress', frames: builder.frames });
  }
  const track = builder.finish();
  tell(
    { kind: 'track', track },
    arraysOf(track).map(({ buffer }) => buffer),
  );
}

async function unpacked(url: string): Promise<ReadableStream<BufferSource>> {
  const { again, missing } = words.track;
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new MimesisError('missing_file', missing, { remedy: again });
  return response.body.pipeThrough(new DecompressionStream('gzip'));
}

function tell(message: TrackWorkerMessage, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer });
}
