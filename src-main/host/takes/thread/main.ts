import { parentPort, workerData } from 'node:worker_threads';
import { toErrorInfo } from '#shared/contract/index.ts';
import { openToRead } from '../../sqlite/index.ts';
import { TakeStore } from '../../store/index.ts';
import { exportTake, importTakes } from '../exchange/index.ts';
import { indexTake } from '../indexTake.ts';
import { readTakeDetails } from '../takeDetails.ts';
import { makeThumbnail } from '../thumbnail/index.ts';
import { type TaskAnswer, type TaskMessage, type Tasks, threadDataSchema } from './tasks.ts';

const { databasePath } = threadDataSchema.parse(workerData);
let turn: Promise<unknown> = Promise.resolve();
const store = new TakeStore(openToRead(databasePath));

const work: {
  readonly [Name in keyof Tasks]: (given: Tasks[Name]['given']) => Promise<Tasks[Name]['result']>;
} = {
  page: async (query) => store.page(query),
  tags: async () => ({ tags: store.tags() }),
  index: ({ folder, trashedAt }) => indexTake(folder, trashedAt),
  details: ({ folder }) => readTakeDetails(folder),
  thumbnail: ({ folder }) => inTurn(() => makeThumbnail(folder)),
  import: ({ path, ...place }) => importTakes(path, place),
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

parentPort?.on('message', ({ id, name, given }: TaskMessage) => {
  const answer = (message: TaskAnswer): void => parentPort?.postMessage(message);
  (work[name] as (given: unknown) => Promise<unknown>)(given).then(
    (result) => answer({ id, result }),
    (error: unknown) => answer({ id, error: toErrorInfo(error) }),
  );
});
