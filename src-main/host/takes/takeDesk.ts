import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  type ErrorInfo,
  MimesisError,
  type RecordingView,
  type TakeSlate,
  toErrorInfo,
} from '#shared/contract/index.ts';
import { type RecordedPerson, Recorder } from './recorder.ts';
import type { TakeBrowser } from './takeBrowser.ts';

export interface TakeDeskOptions {
  /** Of all takes of the workspace. */
  readonly folder: string;
  /** Lists what has been recorded. */
  readonly browser: Pick<TakeBrowser, 'ready' | 'add'>;
  readonly appVersion: string;
  /** Seconds by the clock of arrivals. */
  readonly now: () => number;
  readonly onRecording: (view: RecordingView) => void;
}

/** Records takes. */
export class TakeDesk {
  readonly #options: TakeDeskOptions;
  #recorder: Recorder | undefined;
  #isStarting = false;
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
      const { browser, folder, appVersion, now } = this.#options;
      await browser.ready;
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

  async close(): Promise<void> {
    await this.stop();
  }

  #ended(recorder: Recorder): Promise<void> {
    if (this.#recorder === recorder) {
      this.#recorder = undefined;
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
