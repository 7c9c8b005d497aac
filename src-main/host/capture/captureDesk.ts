import { encodeFaceMessage } from '#shared/capture/index.ts';
import type { CaptureView } from '#shared/contract/index.ts';
import { armPhoneReceiver, type PhoneReceiver } from './phoneReceiver.ts';

const REFRESH_MS = 1000;
const MAX_KEYS = 64;

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
  /** Keys of subjects as bytes, so that no frame encodes a name again. */
  readonly #keys = new Map<string, Uint8Array>();
  #receiver: PhoneReceiver | undefined;
  #refresh: NodeJS.Timeout | undefined;

  constructor(place: CapturePlace, listeners: CaptureDeskListeners) {
    this.#place = place;
    this.#listeners = listeners;
  }

  view(): CaptureView {
    const receiver = this.#receiver;
    if (!receiver) return { socket: null, subjects: [], rejectedPackets: 0 };
    const { not_v6, malformed } = receiver.rejected();
    return {
      socket: { address: receiver.address, port: receiver.port },
      subjects: receiver.subjects().map(({ deviceId, subject, status, packetsPerSecond, address }) => ({
        deviceId,
        subject,
        status,
        packetsPerSecond,
        address,
      })),
      rejectedPackets: not_v6 + malformed,
    };
  }

  /** Opens the socket. Throws `port_in_use` or `io`. */
  async arm(): Promise<CaptureView> {
    if (!this.#receiver) {
      this.#receiver = await armPhoneReceiver({
        ...this.#place,
        onFrame: ({ subject, timeSeconds, channels }) =>
          this.#listeners.onFace(encodeFaceMessage(channels, timeSeconds, this.#key(subject))),
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
    this.#keys.clear();
    await receiver?.disarm();
    this.#tell();
    return this.view();
  }

  #tell(): void {
    this.#listeners.onChange(this.view());
  }

  #key(subject: string): Uint8Array {
    let key = this.#keys.get(subject);
    if (!key) {
      // Strangers may send a new name with every packet.
      if (this.#keys.size >= MAX_KEYS) this.#keys.clear();
      key = new Uint8Array(Buffer.from(subject).subarray(0, 255));
      this.#keys.set(subject, key);
    }
    return key;
  }
}
