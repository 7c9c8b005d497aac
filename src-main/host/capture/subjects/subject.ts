import {
  type CaptureFrame,
  FrameCalibrator,
  isSameCalibration,
  JitterBuffer,
  LinkQuality,
  NO_CALIBRATION,
} from '#shared/capture/index.ts';
import type { Calibration, CaptureProtocol, SubjectNumbers, SubjectView } from '#shared/contract/index.ts';
import type { SubjectKey } from '../../library/index.ts';
import { PacketRate } from './packetRate.ts';
import { clockDifference } from './timeOfDay.ts';

export type SubjectStatus = SubjectView['status'];

/** Where a packet came from. */
export interface Sender {
  readonly address: string;
  readonly port: number;
}

interface NewSubject {
  readonly id: number;
  readonly protocol: CaptureProtocol;
  readonly deviceId: string;
  readonly subject: string;
  /** What it is called in the studio. */
  readonly name: string;
  readonly delaySeconds: number;
  readonly nowSeconds: number;
}

/** One phone, or one actor's name on a phone: its frames in order, and how they arrive. */
export class Subject {
  readonly id: number;
  readonly protocol: CaptureProtocol;
  readonly deviceId: string;
  readonly #subject: string;
  /** What it is called in the studio. */
  readonly name: string;
  readonly #buffer: JitterBuffer;
  readonly #calibrator = new FrameCalibrator();
  readonly #quality = new LinkQuality();
  readonly #rate = new PacketRate();
  #lateFrames = 0;
  readonly #isCamera: boolean;
  #isTimed = false;
  #port = 0;
  /** Where its last packet came from. */
  address = '';
  status: SubjectStatus = 'lost';
  lastSeenSeconds: number;

  constructor({ id, protocol, deviceId, subject, name, delaySeconds, nowSeconds }: NewSubject) {
    this.id = id;
    this.protocol = protocol;
    // A camera's frames that come too fast for its tracker are left out, and its clock is this computer's.
    this.#isCamera = protocol === 'webcam';
    this.deviceId = deviceId;
    this.#subject = subject;
    this.name = name;
    this.#buffer = new JitterBuffer(delaySeconds);
    this.lastSeenSeconds = nowSeconds;
  }

  /** Whether its protocol says nothing of who it is, so that only where it sends from tells it from others. */
  get isNameless(): boolean {
    return this.deviceId === '' && this.#subject === '';
  }

  /** By what its calibration is found again. */
  get key(): SubjectKey {
    const subject = this.isNameless ? this.address : this.#subject;
    return { protocol: this.protocol, deviceId: this.deviceId, subject };
  }

  get calibration(): Calibration {
    return this.#calibrator.calibration;
  }

  /** Takes on another calibration, in a short fade. @returns whether it does something else than the one before */
  recalibrate(calibration: Calibration, nowSeconds: number): boolean {
    if (isSameCalibration(calibration, this.calibration)) return false;
    this.#calibrator.change(calibration, nowSeconds);
    return true;
  }

  /** Whether a frame names it. */
  isOf({ deviceId, subject }: CaptureFrame): boolean {
    return this.#subject === subject && this.deviceId === deviceId;
  }

  isFrom({ address, port }: Sender): boolean {
    return this.#port === port && this.address === address;
  }

  /** Takes note of a packet, and keeps its frame, if it has one, until it is due. */
  receive(frame: CaptureFrame, { address, port }: Sender, nowSeconds: number): void {
    this.lastSeenSeconds = nowSeconds;
    this.address = address;
    this.#port = port;
    this.#rate.add(nowSeconds);
    if (!frame.faceFound && !frame.bodyFound) return;
    this.#isTimed = frame.isTimed;
    const arrival = this.#buffer.push(frame, nowSeconds);
    if (arrival === 'late') this.#lateFrames += 1;
    if (frame.isTimed && arrival !== 'repeated') {
      this.#quality.add(frame.timeSeconds, nowSeconds, arrival === 'kept');
    }
  }

  set delaySeconds(delaySeconds: number) {
    this.#buffer.delaySeconds = delaySeconds;
  }

  /** When its next frame is due; infinite where none waits. */
  get dueSeconds(): number {
    return this.#buffer.dueSeconds;
  }

  /** Writes the next frame that is due, raw. @returns false where none is */
  next(nowSeconds: number, into: CaptureFrame): boolean {
    return this.#buffer.pop(nowSeconds, into);
  }

  /** Calibrates a frame of its own in place. */
  calibrate(frame: CaptureFrame, nowSeconds: number): void {
    this.#calibrator.apply(frame, nowSeconds);
  }

  view(): SubjectView {
    return {
      id: this.id,
      protocol: this.protocol,
      deviceId: this.deviceId,
      subject: this.name,
      status: this.status,
      address: this.address,
      isCalibrated: !isSameCalibration(this.calibration, NO_CALIBRATION),
    };
  }

  numbers(nowSeconds: number): SubjectNumbers {
    return {
      id: this.id,
      packetsPerSecond: this.#rate.perSecond(nowSeconds),
      loss: this.#isTimed && !this.#isCamera ? this.#quality.loss(nowSeconds) : null,
      jitterSeconds: this.#isTimed ? this.#quality.jitterSeconds : null,
      clockOffsetSeconds:
        this.#isTimed && !this.#isCamera
          ? clockDifference(this.#buffer.clockOffsetSeconds, nowSeconds)
          : null,
      lateFrames: this.#lateFrames,
    };
  }
}
