import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureFrame } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import {
  encodeChunk,
  encodeJsonChunk,
  FrameBatch,
  type TakeEnd,
  type TakeGap,
  type TakeHeader,
  type TakeMarker,
  type TakeMedium,
  type TakeSubject,
  takeFileHead,
} from '#shared/formats/index.ts';
import { ioError, syncFolder } from '../files/index.ts';
import { AppendFile, type AppendTarget } from './appendFile.ts';
import { MediumFile } from './mediumFile.ts';
import { mendSound, repairTake } from './repairTake.ts';
import { diskFailure, diskTooSlow, endedBy, type TakeEnding } from './takeEnding.ts';
import { makeFolderDurably, TAKE_FILES } from './takeFolder.ts';
import { type AudioFormat, wavHead } from './wavFile.ts';

/** Between two writes: what a killed program can lose. */
const WRITE_MS = 40;
/** Every second write is synced: with the time that a sync takes, a power cut loses less than 250 ms. */
const WRITES_PER_SYNC = 2;

/** How a take ended; `error` where it ended by itself. */
export interface TakeOutcome extends Pick<TakeEnd, 'reason' | 'durationSeconds' | 'frames'> {
  readonly takeId: string;
  readonly error?: MimesisError;
}

export interface TakeWriterOptions {
  /** Told at once when the take ends by itself; what is kept is settled when `ended` resolves. */
  readonly onFailure?: (error: MimesisError) => void;
  /** Opens a new file to append to. */
  readonly openFile?: (path: string) => Promise<AppendTarget>;
}

/**
 * Records a take, appended to its files as it happens. All times are seconds on the take's clock. Nothing here waits for
 * the disk: a slow one fills memory up to a bound; then, as with a full or broken one, the take ends with what is kept,
 * and what is given from then on is not recorded.
 */
export class TakeWriter {
  readonly takeId: string;
  readonly folder: string;
  /** Resolves when the take has ended and its files are closed. Never rejects. */
  readonly ended: Promise<TakeOutcome>;
  readonly #title: string;
  readonly #file: AppendFile;
  readonly #openFile: (path: string) => Promise<AppendTarget>;
  readonly #onFailure: (error: MimesisError) => void;
  readonly #resolveEnded: (outcome: Promise<TakeOutcome>) => void;
  readonly #batches: FrameBatch[] = [];
  readonly #media = new Map<number, MediumFile>();
  readonly #rhythm: NodeJS.Timeout;
  #mediaBegun = 0;
  #sequence = 1;
  #frames = 0;
  #lastSeconds = 0;
  #writes = 0;
  #isRecording = true;

  private constructor(header: TakeHeader, folder: string, file: AppendFile, options: TakeWriterOptions) {
    this.takeId = header.takeId;
    this.folder = folder;
    this.#title = `“${header.slate}”, take ${header.takeNumber}`;
    this.#file = file;
    this.#openFile = options.openFile ?? openNewFile;
    this.#onFailure = options.onFailure ?? (() => {});
    const { promise, resolve } = Promise.withResolvers<TakeOutcome>();
    this.ended = promise;
    this.#resolveEnded = resolve;
    this.#rhythm = setInterval(() => this.#write(), WRITE_MS);
  }

  /**
   * Makes a take in the folder of takes. When this resolves, its beginning has reached the disk.
   * @throws `disk_full` or `io`; no take is left behind
   */
  static async start(
    takesFolder: string,
    about: Omit<TakeHeader, 'takeId'>,
    options: TakeWriterOptions = {},
  ): Promise<TakeWriter> {
    const header: TakeHeader = { takeId: randomUUID(), ...about };
    const folder = join(takesFolder, header.takeId);
    let file: AppendFile | undefined;
    try {
      await makeFolderDurably(folder);
      file = new AppendFile(await (options.openFile ?? openNewFile)(join(folder, TAKE_FILES.take)));
      file.append(takeFileHead());
      file.append(encodeJsonChunk('header', 0, header));
      await file.flush();
      await syncFolder(folder);
      return new TakeWriter(header, folder, file, options);
    } catch (error) {
      await file?.close().catch(() => {});
      await rm(folder, { recursive: true }).catch(() => {});
      throw ioError(error, 'The take cannot be recorded', 'Free some space, then record again.');
    }
  }

  get isRecording(): boolean {
    return this.#isRecording;
  }

  /** Bytes of the take's file that a power cut cannot take. */
  get syncedBytes(): number {
    return this.#file.syncedBytes;
  }

  /** Adds somebody to the take, at any time. Returns the number by which frames name the subject. */
  addSubject(about: Omit<TakeSubject, 'number'>): number {
    const number = this.#batches.length;
    const subject = { ...about, number };
    this.#appendChunk(encodeJsonChunk('subject', this.#sequence, subject));
    this.#batches.push(new FrameBatch(subject));
    return number;
  }

  /**
   * Records a frame as it is now, raw. Allocates nothing.
   * @param subject its number
   */
  take(subject: number, frame: CaptureFrame, arrivalSeconds: number): void {
    const batch = this.#batches[subject];
    if (!this.#isRecording || !batch) return;
    batch.add(frame, arrivalSeconds);
    this.#frames++;
    if (arrivalSeconds > this.#lastSeconds) this.#lastSeconds = arrivalSeconds;
    if (batch.isFull) this.#require(this.#put(batch.seal(this.#sequence)));
  }

  gap(gap: TakeGap): void {
    this.#appendChunk(encodeJsonChunk('gap', this.#sequence, gap));
  }

  mark(marker: TakeMarker): void {
    this.#appendChunk(encodeJsonChunk('marker', this.#sequence, marker));
  }

  /** Begins the take's sound. Returns the number for `appendMedium`. Throws `io` or `disk_full`. */
  async addAudio(format: AudioFormat): Promise<number> {
    const { sampleRate, channels, sampleFormat } = format;
    const about = { kind: 'audio', file: TAKE_FILES.audio, sampleRate, channels, sampleFormat } as const;
    return this.#addMedium((number) => ({ ...about, number }), wavHead(format));
  }

  /** Begins the take's reference video, a WebM stream. Returns the number for `appendMedium`. Throws `io` or `disk_full`. */
  async addVideo(mimeType: string): Promise<number> {
    const about = { kind: 'video', file: TAKE_FILES.video, mimeType } as const;
    return this.#addMedium((number) => ({ ...about, number }), new Uint8Array());
  }

  /**
   * Adds sound or picture.
   * @param bytes whole samples, or the next part of the WebM stream
   * @param timeSeconds when the first of them was recorded
   */
  appendMedium(medium: number, bytes: Uint8Array, timeSeconds: number): void {
    const entry = this.#media.get(medium);
    if (!this.#isRecording || !entry) return;
    this.#require(entry.append(bytes, timeSeconds));
  }

  /** Ends the take. Resolves as `ended` does, and may be called again. */
  stop(atSeconds: number): Promise<TakeOutcome> {
    if (this.#isRecording) {
      this.#lastSeconds = atSeconds;
      this.#require(this.#sealAll());
    }
    if (this.#isRecording) this.#end({ reason: 'stopped', message: '' });
    return this.ended;
  }

  async #addMedium(describe: (number: number) => TakeMedium, head: Uint8Array): Promise<number> {
    const number = this.#mediaBegun++;
    const medium = describe(number);
    const file = await this.#openMedium(medium.file);
    if (!this.#isRecording) {
      await file.close();
      throw new MimesisError('usage', 'The take has ended.');
    }
    file.append(head);
    this.#media.set(number, new MediumFile(number, file, head.length));
    this.#appendChunk(encodeJsonChunk('medium', this.#sequence, medium));
    return number;
  }

  async #openMedium(name: string): Promise<AppendFile> {
    try {
      const file = await this.#openFile(join(this.folder, name));
      await syncFolder(this.folder);
      return new AppendFile(file);
    } catch (error) {
      throw ioError(error, `${name} cannot be recorded`, 'Free some space, then record again.');
    }
  }

  /** Gives all that was recorded to the disk, without waiting for it. */
  #write(): void {
    this.#require(this.#sealAll());
    const isSynced = ++this.#writes % WRITES_PER_SYNC === 0;
    for (const file of this.#files()) {
      const written = isSynced ? file.write().then(() => file.sync()) : file.write();
      written.catch((error: unknown) => this.#fail(diskFailure(this.#title, error)));
    }
  }

  /** Makes chunks of what was gathered. False where not all of it has room. */
  #sealAll(): boolean {
    let fits = true;
    for (const batch of this.#batches) {
      if (batch.frames > 0) fits = this.#put(batch.seal(this.#sequence)) && fits;
    }
    for (const medium of this.#media.values()) {
      const pieces = medium.takePieces();
      if (pieces) fits = this.#put(encodeChunk('pieces', this.#sequence, pieces)) && fits;
    }
    return fits;
  }

  #appendChunk(chunk: Uint8Array): void {
    if (this.#isRecording) this.#require(this.#put(chunk));
  }

  #put(chunk: Uint8Array): boolean {
    const fits = this.#file.append(chunk);
    if (fits) this.#sequence++;
    return fits;
  }

  /** Ends the take where memory has no more room for what the disk has not taken. */
  #require(fits: boolean): void {
    if (!fits) this.#fail(diskTooSlow(this.#title));
  }

  #files(): AppendFile[] {
    return [this.#file, ...[...this.#media.values()].map(({ file }) => file)];
  }

  #fail(error: MimesisError): void {
    if (!this.#isRecording) return;
    this.#onFailure(error);
    this.#end(endedBy(error));
  }

  #end(why: TakeEnding): void {
    this.#isRecording = false;
    clearInterval(this.#rhythm);
    this.#sealAll();
    const totals = { takeId: this.takeId, durationSeconds: this.#lastSeconds, frames: this.#frames };
    const settled = this.#settle(why);
    this.#resolveEnded(settled.then(({ reason, error }) => ({ ...totals, reason, ...(error && { error }) })));
  }

  /** Brings everything to the disk and closes. Where that fails, the take is ended with what is there. Never rejects. */
  async #settle(why: TakeEnding): Promise<TakeEnding> {
    try {
      await this.#flush();
      const { reason, message } = why;
      const end = { reason, message, durationSeconds: this.#lastSeconds, frames: this.#frames };
      this.#file.append(encodeJsonChunk('end', this.#sequence, end));
      await this.#flush();
      await this.#close();
      await mendSound(this.folder);
      return why;
    } catch (cause) {
      const failed = why.error ? why : endedBy(diskFailure(this.#title, cause));
      await this.#close().catch(() => {});
      // On a disk without any room even this may fail: then the next start repairs the take.
      await repairTake(this.folder, failed).catch(() => {});
      return failed;
    }
  }

  async #flush(): Promise<void> {
    await Promise.all(this.#files().map((file) => file.flush()));
  }

  async #close(): Promise<void> {
    await Promise.all(this.#files().map((file) => file.close()));
  }
}

const openNewFile = (path: string): Promise<AppendTarget> => open(path, 'ax');
