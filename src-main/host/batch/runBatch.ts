import { hostname } from 'node:os';
import { join } from 'node:path';
import type { PostprocessSettings } from '#shared/body/index.ts';
import { type ErrorInfo, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { ioError, isDiskFull } from '../files/index.ts';
import type { JobRecord, Workspace } from '../store/index.ts';
import { TrackerProcess, type WorkerResult } from '../tracking/index.ts';
import { requireUnchanged } from './ingestInput.ts';

/** What happens in a batch, in the order it happens. */
export type BatchEvent =
  | { readonly event: 'started'; readonly job: JobRecord }
  | {
      readonly event: 'progress';
      readonly job: JobRecord;
      readonly done: number;
      readonly announced: number | undefined;
    }
  | { readonly event: 'done'; readonly job: JobRecord; readonly result: WorkerResult | undefined }
  | { readonly event: 'retry'; readonly job: JobRecord; readonly error: ErrorInfo }
  | { readonly event: 'failed'; readonly job: JobRecord; readonly error: ErrorInfo };

export interface BatchOptions {
  readonly workers: number;
  readonly postprocess: PostprocessSettings;
  readonly onEvent: (event: BatchEvent) => void;
  /** Ends the batch at once; unfinished jobs go back to the queue. */
  readonly signal: AbortSignal;
}

/** A video that has killed or hung its process this often is given up. */
const MAX_ATTEMPTS = 2;
const LEASE_SECONDS = 300;

/**
 * Works off the workspace's queue with so many tracker processes. One video's failure never stops the others; only what
 * would fail every video (a missing model or ffmpeg, a failed self-check) ends the batch, as a thrown `MimesisError`.
 */
export async function runBatch(workspace: Workspace, options: BatchOptions): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const lanes = Array.from({ length: options.workers }, () => new Lane(workspace, options, signal).run());
  try {
    await Promise.all(lanes);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(lanes);
    throw error;
  }
}

/** One tracker process and the loop that feeds it. */
class Lane {
  readonly #workspace: Workspace;
  readonly #options: BatchOptions;
  readonly #signal: AbortSignal;
  #process: TrackerProcess | undefined;

  constructor(workspace: Workspace, options: BatchOptions, signal: AbortSignal) {
    this.#workspace = workspace;
    this.#options = options;
    this.#signal = signal;
  }

  async run(): Promise<void> {
    const end = (): void => this.#process?.stop();
    this.#signal.addEventListener('abort', end);
    try {
      for (let job = this.#claim(); job && !this.#signal.aborted; job = this.#claim()) await this.#work(job);
    } finally {
      this.#signal.removeEventListener('abort', end);
      this.#process?.stop();
    }
  }

  #claim(): JobRecord | undefined {
    if (this.#signal.aborted) return undefined;
    return this.#store((jobs) => jobs.claim(`${hostname()}:${process.pid}`, LEASE_SECONDS));
  }

  async #work(job: JobRecord): Promise<void> {
    const { onEvent } = this.#options;
    if (this.#store((jobs) => jobs.finishFromTrack(job))) {
      onEvent({ event: 'done', job, result: undefined });
      return;
    }
    onEvent({ event: 'started', job });
    try {
      const result = await this.#track(job);
      this.#store((jobs) =>
        jobs.finish(job, {
          provider: `${result.provider.name} ${result.provider.version}`,
          formatVersion: 'v2',
          dataPath: this.#workspace.trackPath(job.videoId),
          sha256: result.track.sha256,
          bytes: result.track.bytes,
          frames: result.frames,
          quality: result.quality,
          video: result.info,
        }),
      );
      onEvent({ event: 'done', job, result });
    } catch (error) {
      this.#settle(job, error);
    }
  }

  async #track(job: JobRecord): Promise<WorkerResult> {
    const { onEvent, postprocess } = this.#options;
    if (!this.#workspace.reserve.restore()) {
      throw new MimesisError('disk_full', 'The track cannot be written: the disk is full.', {
        remedy: 'Free some space, then run the same command with --resume.',
      });
    }
    const sha1 = await requireUnchanged(job.path, job.sha1);
    this.#process ??= await this.#startProcess();
    return this.#process.track(
      {
        video: { id: job.videoId, sha1, filename: job.filename, path: job.path },
        target: join(this.#workspace.folder, this.#workspace.trackPath(job.videoId)),
        postprocess,
      },
      ({ done, announced }) => onEvent({ event: 'progress', job, done, announced }),
    );
  }

  async #startProcess(): Promise<TrackerProcess> {
    try {
      const process = await TrackerProcess.start();
      if (this.#signal.aborted) process.stop();
      return process;
    } catch (error) {
      const { kind } = toErrorInfo(error);
      throw kind === 'worker_died' || kind === 'worker_hung' ? error : new BatchStopper(error);
    }
  }

  #settle(job: JobRecord, error: unknown): void {
    const { onEvent } = this.#options;
    if (this.#process && !this.#process.alive) this.#process = undefined;
    const info = toErrorInfo(error);
    const stopper =
      error instanceof BatchStopper ? error.cause : info.kind === 'tool_missing' ? error : undefined;
    if (stopper !== undefined || this.#signal.aborted) {
      this.#store((jobs) => jobs.release(job, job.attempts - 1));
      if (stopper !== undefined) throw stopper;
      return;
    }
    if ((info.kind === 'worker_died' || info.kind === 'worker_hung') && job.attempts < MAX_ATTEMPTS) {
      this.#store((jobs) => jobs.release(job, job.attempts));
      onEvent({ event: 'retry', job, error: info });
      return;
    }
    this.#store((jobs) => jobs.fail(job, info));
    onEvent({ event: 'failed', job, error: info });
  }

  /** A database write that gives the reserved space free when the disk is full: what happened must be recorded. */
  #store<Result>(write: (jobs: Workspace['jobs']) => Result): Result {
    try {
      return write(this.#workspace.jobs);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#workspace.reserve.release();
    }
    try {
      return write(this.#workspace.jobs);
    } catch (error) {
      throw ioError(error, 'The state of the jobs cannot be recorded');
    }
  }
}

/** Carries an error that concerns every video, not the one in hand. */
class BatchStopper extends Error {
  constructor(cause: unknown) {
    super('the batch cannot go on', { cause });
  }
}
