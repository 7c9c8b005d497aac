import { type CaptureFrame, isSameCalibration, NO_CALIBRATION, secondsOfDay } from '#shared/capture/index.ts';
import type {
  Arming,
  Mark,
  MimesisError,
  RecordingStart,
  RecordingView,
  TakeTimecode,
} from '#shared/contract/index.ts';
import type { TakeMarker } from '#shared/formats/index.ts';
import { armedParts, type RecordedPerson } from './armedParts.ts';
import { TakeMedia } from './takeMedia.ts';
import { type TakeOutcome, TakeWriter } from './takeWriter.ts';

/** A longer silence is marked as a gap. */
const GAP_SECONDS = 0.5;

/** Of the markers that the studio is shown. */
const SHOWN_MARKERS = 50;
const DEFAULT_TIMECODE_RATE = '30';

interface Part {
  readonly number: number;
  readonly name: string;
  lastSeconds: number;
}

interface RecorderStart extends RecordingStart {
  readonly folder: string;
  readonly nowSeconds: number;
  readonly appVersion: string;
  readonly onFailure: (error: MimesisError) => void;
}

/** How a take began. */
type Begun = Omit<RecordingStart, 'arming' | 'timecodeRate'> & {
  readonly startedAt: string;
  readonly startedAtHostSeconds: number;
  readonly timecode: TakeTimecode;
};

/** One take as it is recorded: whoever sends is in it from then on, and silences are marked. */
export class Recorder {
  readonly takeId: string;
  readonly media: TakeMedia;
  readonly #about: Begun;
  readonly #arming: Arming;
  readonly #writer: TakeWriter;
  readonly #begunSeconds: number;
  /** By the person's id; null for those of whom nothing is armed. */
  readonly #parts = new Map<number, Part | null>();
  readonly #markers: TakeMarker[] = [];
  #frames = 0;

  private constructor(writer: TakeWriter, about: Begun, arming: Arming) {
    this.takeId = writer.takeId;
    this.media = new TakeMedia(writer, about.startedAtHostSeconds);
    this.#about = about;
    this.#arming = arming;
    this.#writer = writer;
    this.#begunSeconds = about.startedAtHostSeconds;
  }

  /** Throws `disk_full` or `io`; no take is left behind then. */
  static async start(start: RecorderStart): Promise<Recorder> {
    const { folder, slate, takeNumber, nowSeconds, appVersion, onFailure } = start;
    const { arming = [], timecodeRate = DEFAULT_TIMECODE_RATE } = start;
    const now = new Date();
    const about = {
      slate,
      takeNumber,
      startedAt: now.toISOString(),
      startedAtHostSeconds: nowSeconds,
      timecode: { rate: timecodeRate, startSeconds: secondsOfDay(now) },
    };
    return new Recorder(
      await TakeWriter.start(folder, { ...about, appVersion }, { onFailure }),
      about,
      arming,
    );
  }

  /** Resolves when the take has ended, by itself or not. */
  get ended(): Promise<TakeOutcome> {
    return this.#writer.ended;
  }

  /** What the studio shows of it. */
  view(nowSeconds: number): NonNullable<RecordingView['recording']> {
    return {
      ...this.#about,
      takeId: this.takeId,
      seconds: nowSeconds - this.#begunSeconds,
      frames: this.#frames,
      subjects: [...this.#parts.values()].flatMap((part) => (part ? [part.name] : [])),
      markers: this.#markers.slice(-SHOWN_MARKERS),
      markerCount: this.#markers.length,
      sound: this.media.state('sound', nowSeconds),
      video: this.media.state('video', nowSeconds),
    };
  }

  /** Records a frame, raw, as it arrives. */
  take(frame: CaptureFrame, person: RecordedPerson, nowSeconds: number): void {
    if (!this.#writer.isRecording) return;
    const seconds = Math.max(0, nowSeconds - this.#begunSeconds);
    let part = this.#parts.get(person.id);
    if (part === undefined) part = this.#add(frame, person, seconds);
    if (part === null) return;
    if (seconds - part.lastSeconds > GAP_SECONDS) {
      this.#writer.gap({ subject: part.number, fromSeconds: part.lastSeconds, toSeconds: seconds });
    }
    part.lastSeconds = seconds;
    this.#writer.take(part.number, frame, seconds);
    this.#frames += 1;
  }

  /** Marks this moment. */
  mark(mark: Mark, nowSeconds: number): void {
    if (!this.#writer.isRecording) return;
    const marker = { ...mark, timeSeconds: Math.max(0, nowSeconds - this.#begunSeconds) };
    this.#markers.push(marker);
    this.#writer.mark(marker);
  }

  stop(nowSeconds: number): Promise<TakeOutcome> {
    return this.#writer.stop(nowSeconds - this.#begunSeconds);
  }

  #add(frame: CaptureFrame, person: RecordedPerson, seconds: number): Part | null {
    const { id, protocol, deviceId, name, calibration } = person;
    const armed = armedParts(person, this.#arming);
    const part = armed
      ? {
          number: this.#writer.addSubject({
            protocol,
            deviceId,
            subject: name,
            frameRate: frame.frameRate,
            ...armed,
            calibration: isSameCalibration(calibration, NO_CALIBRATION) ? null : calibration,
          }),
          name,
          lastSeconds: seconds,
        }
      : null;
    this.#parts.set(id, part);
    return part;
  }
}
