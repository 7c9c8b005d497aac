import {
  type CaptureFrame,
  copyCaptureFrame,
  createCaptureFrame,
  createVmcEncoder,
  encodeLiveLinkFace,
  secondsOfDay,
} from '#shared/capture/index.ts';
import type { Destination, ErrorInfo, SendingProtocol } from '#shared/contract/index.ts';
import { type Clock, deviceIdOf } from '../capture/index.ts';
import { FrameLimit } from './frameLimit.ts';
import { OutletSocket } from './outletSocket.ts';

const DAY_SECONDS = 86_400;
/** VMC tells times as 32-bit floats, which up to here are exact to 2 ms; then they begin anew. */
const VMC_ROUND_SECONDS = 32_768;

type Encoder = (frame: CaptureFrame, sendingSeconds: number) => Uint8Array[];

const ENCODERS: Readonly<Record<SendingProtocol, () => Encoder>> = {
  live_link_face: () => (frame) => [encodeLiveLinkFace(frame)],
  vmc: createVmcEncoder,
};

export interface OutletOptions {
  readonly destination: Destination;
  /** What the subject is called there. */
  readonly name: string;
  readonly clock: Clock;
  /** A packet has gone out. */
  readonly onSent: (nowSeconds: number) => void;
}

/**
 * One subject, as one destination hears it. Each has a socket of its own: VMC knows senders apart by nothing else.
 */
export class Outlet {
  readonly #clock: Clock;
  readonly #framesPerSecond: number;
  readonly #encode: Encoder;
  readonly #socket: OutletSocket;
  readonly #limit: FrameLimit;
  readonly #frame = createCaptureFrame();
  readonly #name: string;
  readonly #ownDeviceId: string;
  readonly #begunSeconds: number;
  /** When it was given a frame last. */
  lastSeconds: number;

  constructor({ destination, name, clock, onSent }: OutletOptions) {
    this.#clock = clock;
    this.#name = name;
    this.#ownDeviceId = deviceIdOf(name);
    this.#framesPerSecond = destination.framesPerSecond;
    this.#limit = new FrameLimit(destination.framesPerSecond);
    this.#encode = ENCODERS[destination.protocol]();
    this.#socket = new OutletSocket({ place: destination, clock, onSent });
    this.#begunSeconds = clock.nowSeconds();
    this.lastSeconds = this.#begunSeconds;
  }

  /**
   * Sends a frame, unless there have been enough of late. Its time is the sender's where that is a time of day, else this
   * computer's.
   */
  send(frame: CaptureFrame): void {
    const now = this.#clock.nowSeconds();
    this.lastSeconds = now;
    if (!this.#limit.admits(now)) return;
    copyCaptureFrame(frame, this.#frame);
    const { deviceId, isTimed, timeSeconds, frameRate } = frame;
    const isTimeOfDay = isTimed && timeSeconds >= 0 && timeSeconds < DAY_SECONDS;
    this.#frame.deviceId = deviceId || this.#ownDeviceId;
    this.#frame.subject = this.#name;
    this.#frame.timeSeconds = isTimeOfDay ? timeSeconds : secondsOfDay(new Date());
    this.#frame.frameRate = frameRate || this.#framesPerSecond;
    try {
      this.#socket.send(this.#encode(this.#frame, (now - this.#begunSeconds) % VMC_ROUND_SECONDS));
    } catch (error) {
      // A name that the protocol cannot hold.
      this.#socket.fail(error);
    }
  }

  problem(nowSeconds: number): ErrorInfo | null {
    return this.#socket.problem(nowSeconds);
  }

  close(): void {
    this.#socket.close();
  }
}
