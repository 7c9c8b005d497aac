import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  type ErrorInfo,
  type Mark,
  MimesisError,
  type OpenedTake,
  type RecordingStart,
  type RecordingView,
  type SoundFormat,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { RecordedPerson } from './armedParts.ts';
import { Recorder } from './recorder.ts';
import type { TakeBrowser } from './takeBrowser.ts';

export interface TakeDeskOptions {
  /** Of all takes of the workspace. */
  readonly folder: string;
  /** Lists what has been recorded, and opens it. */
  readonly browser: Pick<TakeBrowser, 'ready' | 'add' | 'open'>;
  readonly appVersion: string;
  /** Seconds by the clock of arrivals. */
  readonly now: () => number;
  readonly onRecording: (view: RecordingView) => void;
}

/** How often the studio is told of the take that is recorded. */
const TELL_MS = 1000;

/** Records takes. */
export class TakeDesk {
  readonly #options: TakeDeskOptions;
  #recorder: Recorder | undefined;
  #starting: Promise<void> | undefined;
  #telling: NodeJS.Timeout | undefined;
  /** Of the last sound or video that a studio has announced. */
  #stream = 0;
  #failure: ErrorInfo | null = null;
  /** The last take, as it is put into the list. */
  #listing: Promise<void> = Promise.resolve();

  constructor(options: TakeDeskOptions) {
    this.#options = options;
  }

  /** Tells studios why takes cannot be recorded, if it is so. To be called once, when the takes that are there are mended. */
  prepare(): void {
    this.#options.browser.ready.catch((error: unknown) => {
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
    if (this.#recorder || this.#starting)
      throw new MimesisError('usage', 'A take is being recorded already.');
    this.#starting = this.#start(start).finally(() => {
      this.#starting = undefined;
    });
    await this.#starting;
    this.#tell();
    return this.view();
  }

  /** Ends the take that is recorded, if there is one; resolves when it is safe and listed. */
  async stop(): Promise<RecordingView> {
    await this.#starting?.catch(() => {
      // Whoever starts it is told.
    });
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

  /** Opens a take for playing. Throws `usage` for one that is gone or is being recorded, `io`. */
  open(id: string): Promise<OpenedTake> {
    if (this.#recorder?.takeId !== id) return this.#options.browser.open(id);
    throw new MimesisError('usage', 'This take is still being recorded.', {
      remedy: 'Stop recording first.',
    });
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

  async close(): Promise<void> {
    await this.stop();
  }

  async #start(start: RecordingStart): Promise<void> {
    const { browser, folder, appVersion, now } = this.#options;
    await browser.ready;
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
  }

  #ended(recorder: Recorder): Promise<void> {
    if (this.#recorder === recorder) {
      this.#recorder = undefined;
      clearInterval(this.#telling);
      this.#listing = this.#options.browser.add(recorder.takeId).catch((error: unknown) => {
        this.#failure ??= toErrorInfo(error);
      });
      void this.#listing.then(() => this.#tell());
    }
    return this.#listing;
  }

  #tell(): void {
    this.#options.onRecording(this.view());
  }
}
