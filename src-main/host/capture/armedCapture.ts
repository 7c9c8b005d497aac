import {
  type CaptureFrame,
  createCaptureFrame,
  VTUBE_STUDIO_RENEWAL_SECONDS,
} from '#shared/capture/index.ts';
import type {
  Calibration,
  CaptureProtocol,
  CaptureSettings,
  CaptureSocket,
  MetaHumanView,
  RemoteView,
  SubjectNumbers,
  SubjectView,
  TakeSlate,
} from '#shared/contract/index.ts';
import type { SubjectKey } from '../library/index.ts';
import type { Clock } from './clock.ts';
import { MetaHumanPhones } from './metaHuman/metaHumanPhones.ts';
import { Remotes } from './remote/remotes.ts';
import { type CapturePlace, CaptureSockets } from './sources/captureSockets.ts';
import type { Sender, Subject } from './subjects/subject.ts';
import { SubjectTable } from './subjects/subjectTable.ts';

/** How often silence is looked for. */
const EXPIRY_SECONDS = 0.1;

export interface ArmedCaptureCalls {
  /** How a subject is calibrated; undefined where that cannot be known now. */
  calibrationOf(key: SubjectKey): Calibration | undefined;
  /** A frame is to be shown, still raw; before `onFrame`. */
  onRaw(frame: CaptureFrame, subjectId: number): void;
  /** A frame is to be shown, calibrated. It is filled anew for the next one: copy what is to be kept. */
  onFrame(frame: CaptureFrame, subject: Subject): void;
  /** A frame has come, raw, as it arrives. */
  onArrival(frame: CaptureFrame, subject: Subject, nowSeconds: number): void;
  /** A subject is calibrated otherwise. */
  onCalibration(subject: Subject): void;
  /** Who sends has changed, or a socket was lost. */
  onChange(): void;
}

/** Open sockets, and who sends to them. */
export class ArmedCapture {
  readonly #clock: Clock;
  readonly #subjects: SubjectTable;
  readonly #sockets: CaptureSockets;
  readonly #remotes: Remotes;
  readonly #metaHuman: MetaHumanPhones;
  readonly #timers: (() => void)[];
  #stopRelease = (): void => {};

  /** Opens nothing yet: `open` does. */
  constructor(settings: CaptureSettings, place: CapturePlace, clock: Clock, calls: ArmedCaptureCalls) {
    this.#clock = clock;
    this.#subjects = new SubjectTable(settings.delaySeconds, {
      calibrationOf: calls.calibrationOf,
      onRaw: calls.onRaw,
      onFrame: calls.onFrame,
      onCalibration: calls.onCalibration,
      onArrival: calls.onArrival,
      onStatus: () => calls.onChange(),
    });
    this.#sockets = new CaptureSockets(settings, place, createCaptureFrame(), {
      onFrame: (frame, protocol, sender) => this.hear(frame, protocol, sender),
      onChange: () => calls.onChange(),
    });
    this.#metaHuman = new MetaHumanPhones(settings.metaHuman, {
      place,
      clock,
      frame: createCaptureFrame(),
      onFrame: (frame, sender) => this.hear(frame, 'live_link_face', sender),
      onChange: () => calls.onChange(),
    });
    this.#remotes = new Remotes(settings, { place, clock, onChange: () => calls.onChange() });
    this.#timers = [
      clock.every(EXPIRY_SECONDS, () => this.#subjects.expire(clock.nowSeconds())),
      clock.every(VTUBE_STUDIO_RENEWAL_SECONDS, () => this.#ask()),
    ];
  }

  /** Opens every socket that the settings want. Those that cannot be opened say why in `sockets`. */
  async open(): Promise<void> {
    await Promise.all([this.#sockets.open(), this.#remotes.open(), this.#metaHuman.open()]);
    this.#ask();
  }

  /** Takes over other settings: only sockets that they change are closed and opened. */
  async configure(settings: CaptureSettings): Promise<void> {
    this.#subjects.delaySeconds = settings.delaySeconds;
    await Promise.all([
      this.#sockets.configure(settings),
      this.#remotes.configure(settings),
      this.#metaHuman.configure(settings.metaHuman),
    ]);
    this.#ask();
  }

  async close(): Promise<void> {
    for (const stop of this.#timers) stop();
    await Promise.all([this.#sockets.close(), this.#remotes.close(), this.#metaHuman.close()]);
    // Until then frames may come, and wait for their moment.
    this.#stopRelease();
  }

  /** Takes a frame of a subject; it is copied where it is kept. */
  hear(frame: CaptureFrame, protocol: CaptureProtocol, sender: Sender): void {
    this.#subjects.heard(frame, protocol, sender, this.#clock.nowSeconds());
    this.#releaseLater();
  }

  sockets(): CaptureSocket[] {
    return this.#sockets.view();
  }

  metaHuman(): MetaHumanView[] {
    return this.#metaHuman.view();
  }

  remotes(): RemoteView[] {
    return this.#remotes.view();
  }

  /** Lets phones record that shall record with the studio; undefined for no take. */
  record(take: TakeSlate | undefined): void {
    this.#remotes.record(take);
  }

  subjects(): SubjectView[] {
    return this.#subjects.view();
  }

  numbers(): SubjectNumbers[] {
    return this.#subjects.numbers(this.#clock.nowSeconds());
  }

  subject(id: number): Subject | undefined {
    return this.#subjects.find(id);
  }

  /** Looks again how everybody is calibrated, and follows at once. */
  recalibrate(): void {
    this.#subjects.recalibrate(this.#clock.nowSeconds());
  }

  #ask(): void {
    this.#sockets.ask((protocol, address) => this.#subjects.isHeard(protocol, address));
  }

  /** Wakes up when the next frame that is held is due. */
  #releaseLater(): void {
    this.#stopRelease();
    const due = this.#subjects.release(this.#clock.nowSeconds());
    if (due < Number.POSITIVE_INFINITY) this.#stopRelease = this.#clock.at(due, () => this.#releaseLater());
  }
}
