import { type CaptureFrame, createCaptureFrame } from '#shared/capture/index.ts';
import type { Calibration, CaptureProtocol, SubjectNumbers, SubjectView } from '#shared/contract/index.ts';
import type { SubjectKey } from '../../library/index.ts';
import { type Sender, Subject, type SubjectStatus } from './subject.ts';

const LOST_AFTER_SECONDS = 1;

/** Far more phones than a stage has: what strangers on the network can fill it with stays small. */
const MAX_SUBJECTS = 32;

export interface SubjectTableCalls {
  /** How a subject is calibrated; undefined where that cannot be known now. */
  readonly calibrationOf: (key: SubjectKey) => Calibration | undefined;
  /** A frame is due, still raw; before `onFrame`. */
  readonly onRaw: (frame: CaptureFrame, subjectId: number) => void;
  /** A frame is due, calibrated. It is filled anew for the next one: copy what is to be kept. */
  readonly onFrame: (frame: CaptureFrame, subject: Subject) => void;
  /** A subject is calibrated otherwise. */
  readonly onCalibration: (subject: Subject) => void;
  /** A face or a body has come, as it was sent; before `onFrame`, which is called in order and when it is due. */
  readonly onArrival: (frame: CaptureFrame, subject: Subject, nowSeconds: number) => void;
  /** A subject has come, has lost or found its face, has fallen silent or is back. */
  readonly onStatus: () => void;
}

/** Who sends, and who has fallen silent. Times are of the caller's clock. */
export class SubjectTable {
  readonly #subjects: Subject[] = [];
  readonly #calls: SubjectTableCalls;
  readonly #frame = createCaptureFrame();
  #delaySeconds: number;
  #nextId = 0;

  constructor(delaySeconds: number, calls: SubjectTableCalls) {
    this.#delaySeconds = delaySeconds;
    this.#calls = calls;
  }

  set delaySeconds(delaySeconds: number) {
    this.#delaySeconds = delaySeconds;
    for (const subject of this.#subjects) subject.delaySeconds = delaySeconds;
  }

  /**
   * Takes note of a packet; a frame that is due at once is passed on at once. A new subject beyond the limit takes the
   * place of the one silent for longest.
   */
  heard(frame: CaptureFrame, protocol: CaptureProtocol, sender: Sender, nowSeconds: number): void {
    const subject = this.#of(frame, protocol, sender) ?? this.#add(frame, protocol, sender, nowSeconds);
    subject.receive(frame, sender, nowSeconds);
    const status = frame.faceFound ? 'face' : frame.bodyFound ? 'body' : 'no_face';
    this.#setStatus(subject, status);
    if (status !== 'no_face') this.#calls.onArrival(frame, subject, nowSeconds);
    this.#release(subject, nowSeconds);
  }

  /** Passes on what is due. @returns when the next frame is; infinite where none waits */
  release(nowSeconds: number): number {
    let due = Number.POSITIVE_INFINITY;
    for (const subject of this.#subjects) {
      this.#release(subject, nowSeconds);
      due = Math.min(due, subject.dueSeconds);
    }
    return due;
  }

  /** Declares lost who has been silent too long. To be called several times a second. */
  expire(nowSeconds: number): void {
    for (const subject of this.#subjects) {
      if (nowSeconds - subject.lastSeenSeconds >= LOST_AFTER_SECONDS) this.#setStatus(subject, 'lost');
    }
  }

  /** Whether somebody at that address sends. */
  isHeard(protocol: CaptureProtocol, address: string): boolean {
    return this.#subjects.some(
      (subject) => subject.protocol === protocol && subject.address === address && subject.status !== 'lost',
    );
  }

  /** All subjects, lost ones too, in the order in which they came. */
  view(): SubjectView[] {
    return this.#subjects.map((subject) => subject.view());
  }

  /** Of all subjects, in the same order. */
  numbers(nowSeconds: number): SubjectNumbers[] {
    return this.#subjects.map((subject) => subject.numbers(nowSeconds));
  }

  find(id: number): Subject | undefined {
    return this.#subjects.find((subject) => subject.id === id);
  }

  /** Looks again how everybody is calibrated. */
  recalibrate(nowSeconds: number): void {
    for (const subject of this.#subjects) {
      const calibration = this.#calls.calibrationOf(subject.key);
      if (calibration && subject.recalibrate(calibration, nowSeconds)) this.#calls.onCalibration(subject);
    }
  }

  #release(subject: Subject, nowSeconds: number): void {
    while (subject.next(nowSeconds, this.#frame)) {
      this.#calls.onRaw(this.#frame, subject.id);
      subject.calibrate(this.#frame, nowSeconds);
      this.#calls.onFrame(this.#frame, subject);
    }
  }

  #of(frame: CaptureFrame, protocol: CaptureProtocol, sender: Sender): Subject | undefined {
    let returned: Subject | undefined;
    for (const subject of this.#subjects) {
      if (subject.protocol !== protocol || !subject.isOf(frame)) continue;
      if (!subject.isNameless || subject.isFrom(sender)) return subject;
      // One that names nobody is back at another port once the one at the old port is gone.
      if (subject.status === 'lost' && subject.address === sender.address) returned ??= subject;
    }
    return returned;
  }

  #add(frame: CaptureFrame, protocol: CaptureProtocol, sender: Sender, nowSeconds: number): Subject {
    if (this.#subjects.length === MAX_SUBJECTS) this.#dropLongestSilent();
    const isAlone = !this.#subjects.some(
      (subject) => subject.protocol === protocol && subject.isNameless && subject.address === sender.address,
    );
    const added = new Subject({
      id: this.#freeId(),
      protocol,
      deviceId: frame.deviceId,
      subject: frame.subject,
      name:
        frame.subject || frame.deviceId || (isAlone ? sender.address : `${sender.address}:${sender.port}`),
      delaySeconds: this.#delaySeconds,
      nowSeconds,
    });
    added.address = sender.address;
    const calibration = this.#calls.calibrationOf(added.key);
    // Long ago: what is new is not faded.
    if (calibration) added.recalibrate(calibration, Number.NEGATIVE_INFINITY);
    this.#subjects.push(added);
    return added;
  }

  /** Ids are used again after 65,536 subjects, but for those that still send. */
  #freeId(): number {
    let id: number;
    do id = this.#nextId++ & 0xffff;
    while (this.#subjects.some((subject) => subject.id === id));
    return id;
  }

  #dropLongestSilent(): void {
    const times = this.#subjects.map(({ lastSeenSeconds }) => lastSeenSeconds);
    this.#subjects.splice(times.indexOf(Math.min(...times)), 1);
    this.#calls.onStatus();
  }

  #setStatus(subject: Subject, status: SubjectStatus): void {
    if (subject.status === status) return;
    subject.status = status;
    this.#calls.onStatus();
  }
}
