import type { PostprocessSettings } from '#shared/body/index.ts';
import type { Workspace } from '../store/index.ts';
import { type IngestReport, ingestInput, inspectAgain } from './ingestInput.ts';
import { removePartials } from './partials.ts';
import { type BatchEvent, runBatch } from './runBatch.ts';

export interface BatchSettings {
  readonly workers: number;
  readonly postprocess: PostprocessSettings;
}

/** A workspace's queue and its workers, as the command line and the host use them. */
export class BatchRunner {
  readonly #workspace: Workspace;
  readonly #settings: BatchSettings;
  readonly #listeners = new Set<(event: BatchEvent) => void>();
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

  /** Queues again what has failed, and looks again at files that were missing. */
  retry(): Promise<void> {
    return inspectAgain(this.#workspace);
  }

  add(input: string): Promise<IngestReport> {
    return ingestInput(this.#workspace, input);
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
    // Jobs may be added while the last lanes end.
    while (!signal.aborted && this.#workspace.jobs.count().queued > 0) {
      await runBatch(this.#workspace, { ...this.#settings, signal, onEvent: (event) => this.#tell(event) });
    }
  }

  #tell(event: BatchEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
