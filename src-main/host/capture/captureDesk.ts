import { encodeFaceMessage } from '#shared/capture/index.ts';
import type { CaptureView } from '#shared/contract/index.ts';
import { armPhoneReceiver, type PhoneReceiver } from './phoneReceiver.ts';

const REFRESH_MS = 1000;

export interface CaptureDeskListeners {
  onChange(capture: CaptureView): void;
  /** A live face, ready to be sent (`faceMessage.ts`). */
  onFace(message: Uint8Array): void;
}

/** Where phones are listened to. */
export interface CapturePlace {
  readonly address: string;
  readonly port: number;
}

/** Arms and disarms capture for the studio. The socket is open only in between. */
export class CaptureDesk {
  readonly #place: CapturePlace;
  readonly #listeners: CaptureDeskListeners;
  #receiver: PhoneReceiver | undefined;
  #refresh: NodeJS.Timeout | undefined;

  constructor(place: CapturePlace, listeners: CaptureDeskListeners) {
    this.#place = place;
    this.#listeners = listeners;
  }

  view(): CaptureView {
    const receiver = this.#receiver;
    if (!receiver) return { socket: null, subjects: [], rejectedPackets: 0 };
    const { foreign, malformed } = receiver.rejected();
    return {
      socket: { address: receiver.address, port: receiver.port },
      subjects: receiver.subjects().map(({ id, deviceId, subject, status, packetsPerSecond, address }) => ({
        id,
        deviceId,
        subject,
        status,
        packetsPerSecond,
        address,
      })),
      rejectedPackets: foreign + malformed,
    };
  }

  /** Opens the socket. Throws `port_in_use` or `io`. */
  async arm(): Promise<CaptureView> {
    if (!this.#receiver) {
      this.#receiver = await armPhoneReceiver({
        ...this.#place,
        onFrame: ({ timeSeconds, channels }, id) =>
          this.#listeners.onFace(encodeFaceMessage(channels, timeSeconds, id)),
        onStatus: () => this.#tell(),
        onFailed: () => void this.disarm(),
      });
      this.#refresh = setInterval(() => this.#tell(), REFRESH_MS);
      this.#tell();
    }
    return this.view();
  }

  async disarm(): Promise<CaptureView> {
    clearInterval(this.#refresh);
    const receiver = this.#receiver;
    this.#receiver = undefined;
    await receiver?.disarm();
    this.#tell();
    return this.view();
  }

  #tell(): void {
    this.#listeners.onChange(this.view());
  }
}
