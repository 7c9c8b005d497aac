import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  type ErrorInfo,
  type Mark,
  MimesisError,
  type RecordingStart,
  type RecordingView,
  type SoundFormat,
  type TakeQuery,
  type TakeView,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { TakeRecord, TakeStore } from '../store/index.ts';
import type { RecordedPerson } from './armedParts.ts';
import { Recorder } from './recorder.ts';
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
  readonly onRecording: (view: RecordingView) => void;
  /** The list of takes has changed. */
  readonly onTakes: () => void;
}

/** How often the studio is told of the take that is recorded. */
const TELL_MS = 1000;

/** Records takes and keeps their list for the studio. */
export class TakeDesk {
  readonly #options: TakeDeskOptions;
  readonly #shelf: TakeShelf;
  /** What a death of the program left behind is mended first. */
  #ready: Promise<void> = Promise.resolve();
  #recorder: Recorder | undefined;
  #isStarting = false;
  #telling: NodeJS.Timeout | undefined;
  /** Of the last sound or video that a studio has announced. */
  #stream = 0;
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
    return { recording: recorder.view(this.#options.now()), failure: null };
  }

  /** Records a frame where a take is being recorded. */
  take(frame: CaptureFrame, person: RecordedPerson, nowSeconds: number): void {
    this.#recorder?.take(frame, person, nowSeconds);
  }

  /** Throws `usage` where a take is being recorded already, `disk_full` or `io`. */
  async start(start: RecordingStart): Promise<RecordingView> {
    if (this.#recorder || this.#isStarting)
      throw new MimesisError('usage', 'A take is being recorded already.');
    this.#isStarting = true;
    try {
      await this.#ready;
      const { folder, appVersion, now } = this.#options;
      this.#failure = null;
      const recorder = await Recorder.start({
        ...start,
        folder,
        appVersion,
        nowSeconds: now(),
        onFailure: (error) => {
          this.#failure = toErrorInfo(error);
        },
      });
      this.#recorder = recorder;
      this.#telling = setInterval(() => this.#tell(), TELL_MS);
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

  /** Marks this moment in the take that is recorded. Throws `usage` where none is. */
  async mark(mark: Mark): Promise<RecordingView> {
    if (!this.#recorder) throw new MimesisError('usage', 'Nothing is recorded that could be marked.');
    this.#recorder.mark(mark, this.#options.now());
    this.#tell();
    return this.view();
  }

  /** Begins the sound of the take that is recorded. See `TakeMedia.addSound`; null also where nothing is recorded. */
  async addSound(format: SoundFormat): Promise<{ stream: number | null }> {
    const stream = await this.#recorder?.media.addSound(format, ++this.#stream, this.#options.now());
    return { stream: stream ?? null };
  }

  /** Begins its reference video. */
  async addVideo(mimeType: string): Promise<{ stream: number | null }> {
    const stream = await this.#recorder?.media.addVideo(mimeType, ++this.#stream, this.#options.now());
    return { stream: stream ?? null };
  }

  /** Records a piece of sound or video that a studio has sent. */
  takePiece(kind: 'sound' | 'video', content: Uint8Array, stream: number): void {
    this.#recorder?.media.take(kind, content, stream, this.#options.now());
  }

  async page(query: TakeQuery): Promise<{ total: number; takes: TakeView[] }> {
    await this.#ready;
    const { total, takes } = this.#shelf.page(query);
    return { total, takes: takes.map(viewOf) };
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
      clearInterval(this.#telling);
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
