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
import { END, type TaskAnswer, type TaskMessage, type Tasks, threadDataSchema } from './tasks.ts';

const { databasePath } = threadDataSchema.parse(workerData);
const database = openToRead(databasePath);
const store = new TakeStore(database);
const ending = new AbortController();

/** A list that comes into sight asks for all of its thumbnails at once, and each may start ffmpeg. */
const oneThumbnail = createTurns();
const oneVideo = createTurns();

const work: {
  readonly [Name in keyof Tasks]: (given: Tasks[Name]['given']) => Promise<Tasks[Name]['result']>;
} = {
  page: async (query) => store.page(query),
  tags: async () => ({ tags: store.tags() }),
  index: ({ folder, trashedAt }) => indexTake(folder, trashedAt),
  mend: ({ takesFolder }) => mendTakes(takesFolder).then(() => null),
  changes: ({ takesFolder }) => findChanges(takesFolder, store),
  details: ({ folder }) => readTakeDetails(folder),
  thumbnail: ({ folder }) => oneThumbnail(() => makeThumbnail(folder)),
  finishVideo: ({ folder }) => oneVideo(() => finishVideo(folder, ending.signal)).then(() => null),
  import: ({ path, ...place }) => importTakes(path, place),
  export: ({ folder, target, choice }) => exportTake(folder, target, choice),
};

parentPort?.on('message', (message: TaskMessage | typeof END) => {
  if (message === END) return end();
  const { id, name, given } = message;
  const answer = (message: TaskAnswer): void => parentPort?.postMessage(message);
  (work[name] as (given: unknown) => Promise<unknown>)(given).then(
    (result) => answer({ id, result }),
    (error: unknown) => answer({ id, error: toErrorInfo(error) }),
  );
});

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
  ending.abort();
  database.close();
  process.exit();
}
