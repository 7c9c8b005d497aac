import { type CaptureFrame, encodeFrameMessage } from '#shared/capture/index.ts';
import {
  type Calibration,
  type CaptureSettings,
  type CaptureView,
  captureSettingsSchema,
  MimesisError,
  type TakeSlate,
} from '#shared/contract/index.ts';
import type { SubjectKey } from '../library/index.ts';
import { ArmedCapture } from './armedCapture.ts';
import { Calmly } from './calmly.ts';
import { type Clock, systemClock } from './clock.ts';
import { ownNetworks } from './networks.ts';
import type { CapturePlace } from './sources/captureSockets.ts';
import type { Subject } from './subjects/subject.ts';

/** How often the studio is told how frames arrive. */
const REFRESH_SECONDS = 1;
/** Whoever floods the ports with senders shall not flood the studio with news of them. */
const NEWS_SECONDS = 0.1;

/** Where the user's settings are kept. Both may throw. */
export interface CaptureSettingsKeeper {
  read(): CaptureSettings;
  write(settings: CaptureSettings): void;
}

/** Where it is kept how each subject is calibrated. Both may throw. */
export interface CalibrationKeeper {
  read(key: SubjectKey): Calibration;
  write(key: SubjectKey, calibration: Calibration): void;
}

export interface CaptureDeskOptions {
  readonly place: CapturePlace;
  readonly keeper: CaptureSettingsKeeper;
  readonly calibrations: CalibrationKeeper;
  readonly onChange: (capture: CaptureView) => void;
  /** A subject is calibrated otherwise. */
  readonly onCalibration: (subjectId: number, calibration: Calibration) => void;
  /** A frame that is to be shown, before it is calibrated. It is filled anew for the next one. */
  readonly onRaw: (frame: CaptureFrame, subjectId: number) => void;
  /** A live frame of a subject, calibrated, ready to be sent (`frameMessage.ts`). */
  readonly onFrame: (message: Uint8Array, subjectId: number) => void;
  /** The same frame itself, in order and when it is due. It is filled anew like the one below. */
  readonly onDue: (frame: CaptureFrame, subject: Subject) => void;
  /** Every frame, raw, as it arrives. It is filled anew for the next one: copy what is to be kept. */
  readonly onArrival: (frame: CaptureFrame, subject: Subject, nowSeconds: number) => void;
  readonly clock?: Clock;
}

/** Arms, disarms and sets up capture for the studio. Sockets are open only while it is armed. */
export class CaptureDesk {
  readonly #options: CaptureDeskOptions;
  readonly #clock: Clock;
  readonly #news: Calmly;
  #settings: CaptureSettings | undefined;
  #armed: ArmedCapture | undefined;
  #stopRefresh = (): void => {};
  /** One change after another: each ends before the next begins. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: CaptureDeskOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#news = new Calmly(this.#clock, NEWS_SECONDS, () => options.onChange(this.view()));
  }

  get isArmed(): boolean {
    return this.#armed !== undefined;
  }

  view(): CaptureView {
    return {
      isArmed: this.#armed !== undefined,
      sockets: this.#armed?.sockets() ?? [],
      subjects: this.#armed?.subjects() ?? [],
      numbers: this.#armed?.numbers() ?? [],
      remotes: this.#armed?.remotes() ?? [],
      metaHuman: this.#armed?.metaHuman() ?? [],
      settings: this.#known(),
      networks: ownNetworks(),
    };
  }

  /** Opens the sockets. Throws `port_in_use` or `io` where none can be opened; else the view names those that cannot. */
  arm(): Promise<CaptureView> {
    return this.#change(async () => {
      if (this.#armed) return;
      const armed = new ArmedCapture(this.#known(), this.#options.place, this.#clock, {
        onFrame: (frame, subject) => {
          this.#options.onFrame(encodeFrameMessage(frame, subject.id), subject.id);
          this.#options.onDue(frame, subject);
        },
        onArrival: this.#options.onArrival,
        onRaw: this.#options.onRaw,
        calibrationOf: (key) => this.#calibrationOf(key),
        onCalibration: ({ id, calibration }) => this.#options.onCalibration(id, calibration),
        onChange: () => this.#news.call(),
      });
      await armed.open();
      const sockets = armed.sockets();
      const problem = sockets.find((socket) => socket.problem !== null)?.problem;
      if (problem && sockets.every((socket) => socket.problem !== null)) {
        await armed.close();
        throw new MimesisError(problem.kind, problem.message, {
          ...(problem.remedy !== undefined && { remedy: problem.remedy }),
        });
      }
      this.#armed = armed;
      this.#stopRefresh = this.#clock.every(REFRESH_SECONDS, () => this.#news.call());
    });
  }

  disarm(): Promise<CaptureView> {
    return this.#change(async () => {
      const armed = this.#armed;
      this.#armed = undefined;
      this.#stopRefresh();
      await armed?.close();
    });
  }

  /** Takes a frame of a camera that a studio tracks; while capture is not armed it is passed over. */
  hearCamera(frame: CaptureFrame, stream: number): void {
    this.#armed?.hear(frame, 'webcam', { address: '', port: stream });
  }

  /** Keeps other settings, and follows them at once. Throws `io` or `disk_full` where they cannot be kept. */
  configure(settings: CaptureSettings): Promise<CaptureView> {
    return this.#change(async () => {
      this.#options.keeper.write(settings);
      this.#settings = settings;
      await this.#armed?.configure(settings);
    });
  }

  /** Lets phones record that shall record with the studio; undefined for no take. */
  record(take: TakeSlate | undefined): void {
    this.#armed?.record(take);
  }

  /** A subject that is heard, or was since capture was armed. Throws `usage` where there is none. */
  subject(id: number): Subject {
    const subject = this.#armed?.subject(id);
    if (subject) return subject;
    throw new MimesisError('usage', 'This phone is not heard.', { remedy: 'Arm capture, and let it send.' });
  }

  /** Keeps how a subject is calibrated, and follows at once. Throws `usage`, `io` or `disk_full`. */
  calibrate(subjectId: number, calibration: Calibration): void {
    this.#options.calibrations.write(this.subject(subjectId).key, calibration);
    this.#armed?.recalibrate();
    this.#news.call();
  }

  /** Reads settings and calibrations anew: another window of the user may have changed them. */
  refresh(): void {
    this.#armed?.recalibrate();
    this.#settings = undefined;
    this.#change(async () => this.#armed?.configure(this.#known())).catch(() => {
      // Nobody has asked for it; sockets that cannot be opened say so themselves.
    });
  }

  #change(work: () => Promise<void>): Promise<CaptureView> {
    const done = this.#work.then(work).then(() => {
      this.#news.call();
      return this.view();
    });
    this.#work = done.catch(() => {
      // Whoever asked for it is told; the next change begins all the same.
    });
    return done;
  }

  #known(): CaptureSettings {
    this.#settings ??= this.#read();
    return this.#settings;
  }

  /** Where the library cannot be opened, of which the studio tells elsewhere, phones are heard all the same. */
  #read(): CaptureSettings {
    try {
      return this.#options.keeper.read();
    } catch {
      return captureSettingsSchema.parse({});
    }
  }

  /** What cannot be read now stays as it is. */
  #calibrationOf(key: SubjectKey): Calibration | undefined {
    try {
      return this.#options.calibrations.read(key);
    } catch {
      return undefined;
    }
  }
}
