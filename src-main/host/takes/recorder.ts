import { JOINTS } from '#shared/body/index.ts';
import {
  CAPTURE_CHANNELS,
  type CaptureFrame,
  isSameCalibration,
  NO_CALIBRATION,
} from '#shared/capture/index.ts';
import type { Calibration, CaptureProtocol, MimesisError, TakeSlate } from '#shared/contract/index.ts';
import { type TakeOutcome, TakeWriter } from './takeWriter.ts';

/** Somebody whose frames come. */
export interface RecordedPerson {
  readonly id: number;
  readonly protocol: CaptureProtocol;
  readonly deviceId: string;
  readonly name: string;
  /** As it stands; frames come without it. */
  readonly calibration: Calibration;
}

/** A longer silence is marked as a gap. */
const GAP_SECONDS = 0.5;

const HAS_HEAD_POSITION: ReadonlySet<CaptureProtocol> = new Set([
  'ifacialmocap',
  'facemotion3d',
  'vtube_studio',
]);

interface Part {
  readonly number: number;
  readonly name: string;
  lastSeconds: number;
}

interface RecorderStart extends TakeSlate {
  readonly folder: string;
  readonly nowSeconds: number;
  readonly appVersion: string;
  readonly onFailure: (error: MimesisError) => void;
}

/** One take as it is recorded: whoever sends is in it from then on, and silences are marked. */
export class Recorder {
  readonly takeId: string;
  readonly slate: TakeSlate;
  readonly startedAt: string;
  readonly #writer: TakeWriter;
  readonly #begunSeconds: number;
  readonly #parts = new Map<number, Part>();
  #frames = 0;

  private constructor(
    writer: TakeWriter,
    { slate, takeNumber, nowSeconds }: RecorderStart,
    startedAt: string,
  ) {
    this.takeId = writer.takeId;
    this.slate = { slate, takeNumber };
    this.startedAt = startedAt;
    this.#writer = writer;
    this.#begunSeconds = nowSeconds;
  }

  /** Throws `disk_full` or `io`; no take is left behind then. */
  static async start(start: RecorderStart): Promise<Recorder> {
    const { folder, slate, takeNumber, nowSeconds, appVersion, onFailure } = start;
    const startedAt = new Date().toISOString();
    const header = { slate, takeNumber, startedAt, startedAtHostSeconds: nowSeconds, appVersion };
    return new Recorder(await TakeWriter.start(folder, header, { onFailure }), start, startedAt);
  }

  /** Resolves when the take has ended, by itself or not. */
  get ended(): Promise<TakeOutcome> {
    return this.#writer.ended;
  }

  get frames(): number {
    return this.#frames;
  }

  get subjects(): string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  seconds(nowSeconds: number): number {
    return nowSeconds - this.#begunSeconds;
  }

  /** Records a frame, raw, as it arrives. */
  take(frame: CaptureFrame, person: RecordedPerson, nowSeconds: number): void {
    if (!this.#writer.isRecording) return;
    const seconds = Math.max(0, nowSeconds - this.#begunSeconds);
    const part = this.#parts.get(person.id) ?? this.#add(frame, person, seconds);
    if (seconds - part.lastSeconds > GAP_SECONDS) {
      this.#writer.gap({ subject: part.number, fromSeconds: part.lastSeconds, toSeconds: seconds });
    }
    part.lastSeconds = seconds;
    this.#writer.take(part.number, frame, seconds);
    this.#frames += 1;
  }

  stop(nowSeconds: number): Promise<TakeOutcome> {
    return this.#writer.stop(nowSeconds - this.#begunSeconds);
  }

  #add(frame: CaptureFrame, person: RecordedPerson, seconds: number): Part {
    const { id, protocol, deviceId, name, calibration } = person;
    const number = this.#writer.addSubject({
      protocol,
      deviceId,
      subject: name,
      frameRate: frame.frameRate,
      face: { channels: [...CAPTURE_CHANNELS] },
      hasHeadPosition: HAS_HEAD_POSITION.has(protocol),
      body: protocol === 'vmc' ? { joints: JOINTS.map((joint) => joint.name) } : null,
      calibration: isSameCalibration(calibration, NO_CALIBRATION) ? null : calibration,
    });
    const part = { number, name, lastSeconds: seconds };
    this.#parts.set(id, part);
    return part;
  }
}
