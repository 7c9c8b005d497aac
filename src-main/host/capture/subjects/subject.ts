import { type CaptureFrame, JitterBuffer, LinkQuality } from '#shared/capture/index.ts';
import type { CaptureProtocol, SubjectView } from '#shared/contract/index.ts';
import { PacketRate } from './packetRate.ts';
import { clockDifference } from './timeOfDay.ts';

export type SubjectStatus = SubjectView['status'];

/** Who a frame is of: in protocols that name nobody, the address that it comes from. */
export interface SubjectKey {
  readonly protocol: CaptureProtocol;
  readonly deviceId: string;
  readonly name: string;
}

/** One phone, or one actor's name on a phone: its frames in order, and how they arrive. */
export class Subject {
  readonly id: number;
  readonly key: SubjectKey;
  readonly #buffer: JitterBuffer;
  readonly #quality = new LinkQuality();
  readonly #rate = new PacketRate();
  #lateFrames = 0;
  #isTimed = false;
  /** Where its last packet came from. */
  address = '';
  status: SubjectStatus = 'lost';
  lastSeenSeconds: number;

  constructor(id: number, key: SubjectKey, delaySeconds: number, nowSeconds: number) {
    this.id = id;
    this.key = key;
    this.#buffer = new JitterBuffer(delaySeconds);
    this.lastSeenSeconds = nowSeconds;
  }

  /** Takes note of a packet, and keeps its frame, if it has one, until it is due. */
  receive(frame: CaptureFrame, address: string, nowSeconds: number): void {
    this.lastSeenSeconds = nowSeconds;
    this.address = address;
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

  /** Writes the next frame that is due. @returns false where none is */
  next(nowSeconds: number, into: CaptureFrame): boolean {
    return this.#buffer.pop(nowSeconds, into);
  }

  view(nowSeconds: number): SubjectView {
    const { protocol, deviceId, name } = this.key;
    return {
      id: this.id,
      protocol,
      deviceId,
      subject: name,
      status: this.status,
      packetsPerSecond: this.#rate.perSecond(nowSeconds),
      loss: this.#isTimed ? this.#quality.loss(nowSeconds) : null,
      jitterSeconds: this.#isTimed ? this.#quality.jitterSeconds : null,
      clockOffsetSeconds: this.#isTimed ? clockDifference(this.#buffer.clockOffsetSeconds, nowSeconds) : null,
      lateFrames: this.#lateFrames,
      address: this.address,
    };
  }
}
