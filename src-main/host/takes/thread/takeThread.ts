import { Worker } from 'node:worker_threads';
import { MimesisError } from '#shared/contract/index.ts';
import { type TaskMessage, type TaskName, type Tasks, type TaskWatch, taskAnswerSchema } from './tasks.ts';

const entry = new URL(import.meta.url.endsWith('.ts') ? './main.ts' : './main.js', import.meta.url);

interface Pending {
  resolve(result: unknown): void;
  reject(error: MimesisError): void;
  readonly watch: TaskWatch | undefined;
}

/**
 * Does with takes what would keep the host's event loop from those who perform: searching many, reading, drawing,
 * importing and exporting. A thread of this process, started when it is first needed, and again after it has died.
 */
export class TakeThread {
  readonly #databasePath: string;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #nextId = 0;
  #isClosed = false;

  constructor(databasePath: string) {
    this.#databasePath = databasePath;
  }

  /** Rejects with the task's own error, or `internal` where the thread has died of it. */
  do<Name extends TaskName>(
    name: Name,
    given: Tasks[Name]['given'],
    watch?: TaskWatch,
  ): Promise<Tasks[Name]['result']> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw lost(CLOSING);
      const id = this.#nextId++;
      const settle = (result: unknown): void => resolve(result as Tasks[Name]['result']);
      this.#pending.set(id, { resolve: settle, reject, watch });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, name, given } satisfies TaskMessage);
      const cancel = (): void => this.#worker?.postMessage({ id, isCancelled: true } satisfies TaskMessage);
      if (watch?.signal.aborted) cancel();
      else watch?.signal.addEventListener('abort', cancel);
    });
  }

  /** Ends the thread; what it has not finished, and what is asked from then on, is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage({ isEnd: true } satisfies TaskMessage);
    this.#lose(worker, CLOSING);
    await ended;
  }

  #start(): Worker {
    const worker = new Worker(entry, { workerData: { databasePath: this.#databasePath }, execArgv: [] });
    worker.unref();
    worker.on('message', (message) => this.#answer(message));
    worker.on('error', (cause) => this.#lose(worker, 'What was done with the take has ended.', cause));
    worker.on('exit', () => this.#lose(worker, 'What was done with the take has ended.'));
    return worker;
  }

  #answer(message: unknown): void {
    const answer = taskAnswerSchema.parse(message);
    const pending = this.#pending.get(answer.id);
    if ('progress' in answer) {
      pending?.watch?.onProgress(answer.progress);
      return;
    }
    this.#pending.delete(answer.id);
    if (!('error' in answer)) {
      pending?.resolve(answer.result);
      return;
    }
    const { kind, message: text, remedy } = answer.error;
    pending?.reject(new MimesisError(kind, text, remedy === undefined ? {} : { remedy }));
  }

  #lose(worker: Worker | undefined, why: string, cause?: unknown): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#pending.values()) {
      reject(lost(why, cause));
    }
    this.#pending.clear();
  }
}

const CLOSING = 'The program is closing.';

const lost = (why: string, cause?: unknown): MimesisError =>
  new MimesisError('internal', why, { remedy: 'Try it again.', cause });
