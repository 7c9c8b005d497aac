import { MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { TakeReader } from '#shared/formats/index.ts';
import { words } from '../words.ts';
import type { ReadingAnswer, ReadingTask } from './readFile.ts';
import { SoundReader } from './soundReader.ts';
import { arraysOf } from './takeArrays.ts';

/** Bytes between two words on the progress. */
const PROGRESS_BYTES = 4 * 2 ** 20;

/** A worker that is sent what to read, answers with it, and is done with. */
self.onmessage = ({ data: task }: MessageEvent<ReadingTask>) => {
  read(task).catch((error: unknown) => tell({ kind: 'failed', error: toErrorInfo(error) }));
};

async function read({ kind, url }: ReadingTask): Promise<void> {
  if (kind === 'take') {
    const reader = new TakeReader();
    await pour(url, reader);
    const take = reader.finish();
    tell({ kind, take }, arraysOf(take));
  } else {
    const reader = new SoundReader();
    await pour(url, reader);
    const sound = reader.finish();
    tell({ kind, sound }, sound ? [sound.peaks.buffer] : []);
  }
}

/** Never holds more of the file than the piece that comes. */
async function pour(url: string, reader: { push(bytes: Uint8Array): void }): Promise<void> {
  const response = await fetch(url);
  if (!response.ok || !response.body) {
    throw new MimesisError('missing_file', words.reading.missing, { remedy: words.reading.missingRemedy });
  }
  const total = Number(response.headers.get('content-length') ?? 0);
  const pieces = response.body.getReader();
  let told = 0;
  let done = 0;
  for (;;) {
    const piece = await pieces.read();
    if (piece.done) return;
    reader.push(piece.value);
    done += piece.value.length;
    if (done - told < PROGRESS_BYTES || total === 0) continue;
    told = done;
    tell({ kind: 'progress', done: Math.min(1, done / total) });
  }
}

function tell(answer: ReadingAnswer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(answer, { transfer });
}
