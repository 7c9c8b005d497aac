import { parentPort, workerData } from 'node:worker_threads';
import { toErrorInfo } from '#shared/contract/index.ts';
import { openToRead } from '../../sqlite/index.ts';
import { TakeStore } from '../../store/index.ts';
import { exportTake, importTakes } from '../exchange/index.ts';
import { finishVideo } from '../finishVideo.ts';
import { findChanges } from '../folderChanges.ts';
import { indexTake } from '../indexTake.ts';
import { mendTakes } from '../mendTakes.ts';
import { readTakeDetails } from '../takeDetails.ts';
import { makeThumbnail } from '../thumbnail/index.ts';
import {
  type TaskAnswer,
  type TaskMessage,
  type TaskName,
  type Tasks,
  type TaskWatch,
  threadDataSchema,
} from './tasks.ts';

const { databasePath } = threadDataSchema.parse(workerData);
const database = openToRead(databasePath);
const store = new TakeStore(database);

/** A list that comes into sight asks for all of its thumbnails at once, and each may start ffmpeg. */
const oneThumbnail = createTurns();
const oneVideo = createTurns();

const work: {
  readonly [Name in keyof Tasks]: (
    given: Tasks[Name]['given'],
    watch: TaskWatch,
  ) => Promise<Tasks[Name]['result']>;
} = {
  page: async (query) => store.page(query),
  tags: async () => ({ tags: store.tags() }),
  index: ({ folder, trashedAt }) => indexTake(folder, trashedAt),
  mend: ({ takesFolder }) => mendTakes(takesFolder).then(() => null),
  changes: ({ takesFolder }) => findChanges(takesFolder, store),
  details: ({ folder }) => readTakeDetails(folder),
  thumbnail: ({ folder }) => oneThumbnail(() => makeThumbnail(folder)),
  finishVideo: ({ folder }, { signal }) => oneVideo(() => finishVideo(folder, signal)).then(() => null),
  import: ({ path, ...place }, watch) => importTakes(path, place, watch),
  export: ({ folder, target, choice }) => exportTake(folder, target, choice),
};

/** Of tasks under way, by their ids. */
const cancellings = new Map<number, AbortController>();

parentPort?.on('message', (message: TaskMessage) => {
  if ('isEnd' in message) end();
  else if ('isCancelled' in message) cancellings.get(message.id)?.abort();
  else void run(message);
});

async function run({ id, name, given }: Extract<TaskMessage, { name: TaskName }>): Promise<void> {
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

/** Lets one thing be done after another. */
function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {
      // Whoever asked for it hears of it.
    });
    return done;
  };
}

/** Ends the thread from within: from without, it could be cut off in the middle of a call of SQLite. */
function end(): void {
  for (const cancelling of cancellings.values()) cancelling.abort();
  database.close();
  process.exit();
}
