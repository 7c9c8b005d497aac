import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { type ErrorKind, MimesisError } from '#shared/contract/index.ts';
import { partialName } from '../files/index.ts';
import {
  type WorkerMessage,
  type WorkerRequest,
  type WorkerResult,
  workerMessageSchema,
} from './worker/messages.ts';

/** A worker that says nothing for so long is hung: it reports several times a second while it tracks. */
const SILENCE_LIMIT_MS = 60_000;
/** Lines of a worker's own output that are kept to explain its death. */
const KEPT_LINES = 5;

const workerEntry = new URL(
  import.meta.url.endsWith('.ts') ? './worker/main.ts' : './worker/main.js',
  import.meta.url,
);

export interface WorkerProgress {
  readonly done: number;
  readonly announced?: number | undefined;
}

/**
 * One child process that tracks one video after another. It may crash, hang or run out of memory: the host then gets a
 * typed error for that one video and starts another process.
 */
export class TrackerProcess {
  readonly #child: ChildProcess;
  readonly #output: string[] = [];
  #onMessage: ((message: WorkerMessage) => void) | undefined;
  #onDeath: ((error: MimesisError) => void) | undefined;
  #death: MimesisError | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #hung = false;
  #tracksFace = false;

  private constructor() {
    this.#child = fork(workerEntry, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (data) => this.#keep(data));
    this.#child.on('message', (message) => {
      this.#heard();
      this.#onMessage?.(workerMessageSchema.parse(message));
    });
    this.#child.once('error', (error) => this.#die(`could not be started: ${error.message}`, error));
    this.#child.once('exit', (code, signal) =>
      this.#die(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  }

  /**
   * Starts a worker and waits until it has loaded its models and checked itself. Throws what the worker says it lacks:
   * `model_missing`, `model_damaged`, `self_check_failed`; or `worker_died`, `worker_hung`.
   */
  static async start(): Promise<TrackerProcess> {
    const process = new TrackerProcess();
    const message = await process.#answer(() => {});
    if (message.kind === 'ready') {
      process.#tracksFace = message.tracksFace;
      return process;
    }
    process.stop();
    throw message.kind === 'unable'
      ? new MimesisError(message.error.kind, message.error.message, withRemedy(message.error.remedy))
      : new MimesisError('internal', `the worker began with "${message.kind}"`);
  }

  /** False where the face model is missing. */
  get tracksFace(): boolean {
    return this.#tracksFace;
  }

  /** The process's id, for tests that end it. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /**
   * Tracks one video. Throws the worker's error for this video, or `worker_died` / `worker_hung`; nothing half-written is
   * left then.
   */
  async track(request: WorkerRequest, onProgress: (progress: WorkerProgress) => void): Promise<WorkerResult> {
    const answer = this.#answer(onProgress);
    this.#child.send(request, () => {
      // A send that fails means that the process is gone, which `answer` reports.
    });
    const message = await answer.catch(async (error: unknown) => {
      await rm(partialName(request.target, this.#child.pid), { force: true });
      throw error;
    });
    if (message.kind === 'tracked') return message.result;
    if (message.kind === 'failed') {
      throw new MimesisError(message.error.kind, message.error.message, withRemedy(message.error.remedy));
    }
    throw new MimesisError('internal', `the worker answered "${message.kind}"`);
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  /** The next message that is not progress. */
  #answer(onProgress: (progress: WorkerProgress) => void): Promise<WorkerMessage> {
    return new Promise<WorkerMessage>((resolve, reject) => {
      if (this.#death) {
        reject(this.#death);
        return;
      }
      this.#onDeath = reject;
      this.#onMessage = (message) => {
        if (message.kind === 'progress') onProgress(message);
        else resolve(message);
      };
      this.#heard();
    }).finally(() => {
      this.#onMessage = undefined;
      this.#onDeath = undefined;
      clearTimeout(this.#watchdog);
    });
  }

  #heard(): void {
    clearTimeout(this.#watchdog);
    if (!this.#onMessage) return;
    this.#watchdog = setTimeout(() => {
      this.#hung = true;
      this.stop();
    }, SILENCE_LIMIT_MS);
  }

  #keep(data: Buffer): void {
    this.#output.push(
      ...data
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
    this.#output.splice(0, this.#output.length - KEPT_LINES);
  }

  #die(how: string, cause?: unknown): void {
    const [kind, message]: [ErrorKind, string] = this.#hung
      ? ['worker_hung', `The tracking process did not answer for ${SILENCE_LIMIT_MS / 1000} s and was ended.`]
      : ['worker_died', `The tracking process ${how}.`];
    this.#death ??= new MimesisError(kind, message, {
      remedy: 'Run with --resume to try this video again.',
      cause: cause ?? this.#output.map((line) => line.slice(0, 300)).join('\n'),
    });
    this.#onDeath?.(this.#death);
  }
}

const withRemedy = (remedy: string | undefined): { remedy?: string } =>
  remedy === undefined ? {} : { remedy };
