import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  type ErrorInfo,
  MimesisError,
  type OpenedTake,
  type RecordingView,
  type TakeEdit,
  type TakeQuery,
  type TakeSlate,
  type TakeView,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { TakeRecord, TakeStore } from '../store/index.ts';
import { filesOf } from './openedTake.ts';
import { type RecordedPerson, Recorder } from './recorder.ts';
import { recoverTakes } from './recoverTakes.ts';
import type { TakeChanges } from './takeFacts.ts';
import { TakeShelf } from './takeShelf.ts';

export interface TakeDeskOptions {
  /** Of all takes of the workspace. */
  readonly folder: string;
  readonly store: TakeStore;
  readonly appVersion: string;
  /** Seconds by the clock of arrivals. */
  readonly now: () => number;
  /** Gives a file of this computer a path on the host's server. */
  readonly offer: (file: string) => string;
  readonly onRecording: (view: RecordingView) => void;
  /** The list of takes has changed. */
  readonly onTakes: () => void;
}

/** Records takes and keeps their list for the studio. */
export class TakeDesk {
  readonly #options: TakeDeskOptions;
  readonly #shelf: TakeShelf;
  /** What a death of the program left behind is mended first. */
  #ready: Promise<void> = Promise.resolve();
  #recorder: Recorder | undefined;
  #isStarting = false;
  #failure: ErrorInfo | null = null;
  /** The last take, as it is put into the list. */
  #listing: Promise<void> = Promise.resolve();

  constructor(options: TakeDeskOptions) {
    this.#options = options;
    this.#shelf = new TakeShelf(options.folder, options.store);
  }

  /** Mends and lists what is there, in the background: whatever is asked of the desk waits for it. To be called once. */
  prepare(): void {
    this.#ready = this.#recover();
    this.#ready.catch((error: unknown) => {
      // Whoever asks for something is told as well.
      this.#failure = toErrorInfo(error);
      this.#tell();
    });
  }

  view(): RecordingView {
    const recorder = this.#recorder;
    if (!recorder) return { recording: null, failure: this.#failure };
    const { takeId, slate, startedAt, frames, subjects } = recorder;
    const seconds = recorder.seconds(this.#options.now());
    return { recording: { ...slate, takeId, startedAt, seconds, frames, subjects }, failure: null };
  }

  /** Records a frame where a take is being recorded. */
  take(frame: CaptureFrame, person: RecordedPerson, nowSeconds: number): void {
    this.#recorder?.take(frame, person, nowSeconds);
  }

  /** Throws `usage` where a take is being recorded already, `disk_full` or `io`. */
  async start(slate: TakeSlate): Promise<RecordingView> {
    if (this.#recorder || this.#isStarting)
      throw new MimesisError('usage', 'A take is being recorded already.');
    this.#isStarting = true;
    try {
      await this.#ready;
      const { folder, appVersion, now } = this.#options;
      this.#failure = null;
      const recorder = await Recorder.start({
        ...slate,
        folder,
        appVersion,
        nowSeconds: now(),
        onFailure: (error) => {
          this.#failure = toErrorInfo(error);
        },
      });
      this.#recorder = recorder;
      void recorder.ended.then(() => this.#ended(recorder));
    } finally {
      this.#isStarting = false;
    }
    this.#tell();
    return this.view();
  }

  /** Ends the take that is recorded, if there is one; resolves when it is safe and listed. */
  async stop(): Promise<RecordingView> {
    const recorder = this.#recorder;
    if (recorder) {
      await recorder.stop(this.#options.now());
      await this.#ended(recorder);
    }
    return this.view();
  }

  async page(query: TakeQuery): Promise<{ total: number; takes: TakeView[] }> {
    await this.#ready;
    const { total, takes } = this.#shelf.page(query);
    return { total, takes: takes.map(viewOf) };
  }

  /** Throws `usage` for a take that is gone or is being recorded, `io`. */
  async open(id: string): Promise<OpenedTake> {
    await this.#ready;
    if (this.#recorder?.takeId === id) {
      throw new MimesisError('usage', 'This take is still being recorded.', {
        remedy: 'Stop recording first.',
      });
    }
    const record = this.#shelf.find(id);
    return { take: viewOf(record), ...(await filesOf(this.#shelf.folderOf(id), this.#options.offer)) };
  }

  change(id: string, changes: TakeChanges): Promise<TakeView> {
    return this.#change(() => this.#shelf.change(id, changes));
  }

  trash(id: string): Promise<TakeView> {
    return this.#change(() => this.#shelf.trash(id));
  }

  restore(id: string): Promise<TakeView> {
    return this.#change(() => this.#shelf.restore(id));
  }

  async readEdit(id: string): Promise<TakeEdit> {
    await this.#ready;
    return this.#shelf.readEdit(id);
  }

  async writeEdit(id: string, edit: TakeEdit): Promise<void> {
    await this.#ready;
    await this.#shelf.writeEdit(id, edit);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#ready.catch(() => {});
  }

  async #recover(): Promise<void> {
    await recoverTakes(this.#options.folder);
    await this.#shelf.synchronise();
  }

  #ended(recorder: Recorder): Promise<void> {
    if (this.#recorder === recorder) {
      this.#recorder = undefined;
      this.#listing = this.#shelf.add(recorder.takeId).then(
        () => this.#options.onTakes(),
        (error: unknown) => {
          this.#failure ??= toErrorInfo(error);
        },
      );
      void this.#listing.then(() => this.#tell());
    }
    return this.#listing;
  }

  async #change(work: () => Promise<TakeRecord>): Promise<TakeView> {
    await this.#ready;
    const record = await work();
    this.#options.onTakes();
    return viewOf(record);
  }

  #tell(): void {
    this.#options.onRecording(this.view());
  }
}

function viewOf({ stamp: _, ...take }: TakeRecord): TakeView {
  return take;
}
