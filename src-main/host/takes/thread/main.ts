import { parentPort, workerData } from 'node:worker_threads';
import { toErrorInfo } from '#shared/contract/index.ts';
import { openToRead } from '../../sqlite/index.ts';
import { TakeStore } from '../../store/index.ts';
import { exportTake, importTakes } from '../exchange/index.ts';
import { indexTake } from '../indexTake.ts';
import { readTakeDetails } from '../takeDetails.ts';
import { makeThumbnail } from '../thumbnail/index.ts';
import { type TaskAnswer, type TaskMessage, type Tasks, type TaskWatch, threadDataSchema } from './tasks.ts';

const { databasePath } = threadDataSchema.parse(workerData);
let turn: Promise<unknown> = Promise.resolve();
const store = new TakeStore(openToRead(databasePath));

const work: {
  readonly [Name in keyof Tasks]: (
    given: Tasks[Name]['given'],
    watch: TaskWatch,
  ) => Promise<Tasks[Name]['result']>;
} = {
  page: async (query) => store.page(query),
  tags: async () => ({ tags: store.tags() }),
  index: ({ folder, trashedAt }) => indexTake(folder, trashedAt),
  details: ({ folder }) => readTakeDetails(folder),
  thumbnail: ({ folder }) => inTurn(() => makeThumbnail(folder)),
  import: ({ path, ...place }, watch) => importTakes(path, place, watch),
  export: ({ folder, target, choice }) => exportTake(folder, target, choice),
};

/** One after another: a list that comes into sight asks for all of its thumbnails at once, and each may start ffmpeg. */
function inTurn<Result>(make: () => Promise<Result>): Promise<Result> {
  const made = turn.then(make);
  turn = made.catch(() => {
    // Whoever asked for it hears of it.
  });
  return made;
}

/** Of tasks under way, by their ids. */
const cancellings = new Map<number, AbortController>();

parentPort?.on('message', (message: TaskMessage) => {
  if ('isCancelled' in message) cancellings.get(message.id)?.abort();
  else void run(message);
});

async function run({ id, name, given }: Exclude<TaskMessage, { isCancelled: true }>): Promise<void> {
  const answer = (message: TaskAnswer): void => parentPort?.postMessage(message);
  const cancelling = new AbortController();
  cancellings.set(id, cancelling);
  try {
    const result = await (work[name] as (given: unknown, watch: TaskWatch) => Promise<unknown>)(given, {
      signal: cancelling.signal,
      onProgress: (progress) => answer({ id, progress }),
    });
    answer({ id, result });
  } catch (error) {
    answer({ id, error: toErrorInfo(error) });
  } finally {
    cancellings.delete(id);
  }
}
