import type { PostprocessSettings } from '#shared/body/index.ts';
import type { Workspace } from '../store/index.ts';
import { type IngestReport, ingestInput, inspectAgain } from './ingestInput.ts';
import { removePartials } from './partials.ts';
import { type BatchEvent, runBatch } from './runBatch.ts';

/** What is told of a queue, whoever asked for it. */
export interface QueueListener {
  /** Clips have come, or jobs were queued again. */
  onChange(): void;
  /** The workers have ended: the queue is empty, they were stopped, or `error` would fail every job. */
  onEnd(error: unknown): void;
}

export interface BatchSettings {
  readonly workers: number;
  readonly postprocess: PostprocessSettings;
}

/** A workspace's queue and its workers, as the command line and the host use them. */
export class BatchRunner {
  readonly #workspace: Workspace;
  readonly #settings: BatchSettings;
  readonly #listeners = new Set<(event: BatchEvent) => void>();
  readonly #queueListeners = new Set<QueueListener>();
  #running: Promise<void> | undefined;
  #stop = new AbortController();

  private constructor(workspace: Workspace, settings: BatchSettings) {
    this.#workspace = workspace;
    this.#settings = settings;
  }

  /** Clears up what killed processes have left, and is then ready to run. */
  static async open(workspace: Workspace, settings: BatchSettings): Promise<BatchRunner> {
    workspace.reserve.restore();
    await removePartials(workspace.folder);
    workspace.jobs.recoverOrphans();
    return new BatchRunner(workspace, settings);
  }

  onEvent(listener: (event: BatchEvent) => void): void {
    this.#listeners.add(listener);
  }

  watchQueue(listener: QueueListener): void {
    this.#queueListeners.add(listener);
  }

  /** Queues again what has failed, and looks again at files that were missing. */
  async retry(): Promise<void> {
    await inspectAgain(this.#workspace);
    this.#tellOfQueue();
  }

  async add(input: string): Promise<IngestReport> {
    const report = await ingestInput(this.#workspace, input);
    this.#tellOfQueue();
    return report;
  }

  /** Works until the queue is empty or `stop` is called. While it runs, a further call waits for the same end. */
  run(): Promise<void> {
    this.#running ??= this.#runAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Ends the workers at once; unfinished jobs go back to the queue. */
  async stop(): Promise<void> {
    this.#stop.abort();
    // Whoever started the run hears of its failure.
    await this.#running?.catch(() => {});
  }

  async #runAll(): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    let failure: unknown;
    try {
      // Where a full disk kept a lane from giving its job back, nobody would take the other jobs of its video.
      this.#workspace.jobs.recoverOrphans();
      // Jobs may be added while the last lanes end.
      while (!signal.aborted && this.#workspace.jobs.count().queued > 0) {
        await runBatch(this.#workspace, { ...this.#settings, signal, onEvent: (event) => this.#tell(event) });
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      for (const listener of this.#queueListeners) listener.onEnd(failure);
    }
  }

  #tellOfQueue(): void {
    for (const listener of this.#queueListeners) listener.onChange();
  }

  #tell(event: BatchEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
