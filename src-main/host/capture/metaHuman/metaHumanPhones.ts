import type { Socket } from 'node:dgram';
import type { CaptureFrame } from '#shared/capture/index.ts';
import type { CaptureSettings, MetaHumanView } from '#shared/contract/index.ts';
import { toErrorInfo } from '#shared/contract/index.ts';
import type { Clock } from '../clock.ts';
import type { CapturePlace } from '../sources/captureSockets.ts';
import { openUdpSocket } from '../sources/udpSocket.ts';
import type { Sender } from '../subjects/subject.ts';
import { MetaHumanPhone } from './metaHumanPhone.ts';

type MetaHumanSettings = CaptureSettings['metaHuman'];

export interface MetaHumanPhonesOptions {
  readonly place: CapturePlace;
  readonly clock: Clock;
  /** Filled anew with each packet. */
  readonly frame: CaptureFrame;
  readonly onFrame: (frame: CaptureFrame, sender: Sender) => void;
  readonly onChange: () => void;
}

/** The phones that are asked in MetaHuman mode, and the socket that their frames come to. Experimental. */
export class MetaHumanPhones {
  readonly #options: MetaHumanPhonesOptions;
  #settings: MetaHumanSettings;
  #socket: Socket | undefined;
  #phones: MetaHumanPhone[] = [];
  /** Of all phones, where the socket cannot be opened. */
  #failed: MetaHumanView[] = [];

  /** Opens nothing yet: `open` does. */
  constructor(settings: MetaHumanSettings, options: MetaHumanPhonesOptions) {
    this.#settings = settings;
    this.#options = options;
  }

  async open(): Promise<void> {
    const { isOn, phones, streamPort } = this.#settings;
    if (!isOn || phones.length === 0) return;
    const { place, clock, onChange } = this.#options;
    try {
      const socket = await openUdpSocket(place.port === undefined ? streamPort : 0, place.address);
      socket.on('message', (packet, sender) => this.#receive(packet, sender));
      // Packets that the system could not take are as good as lost on the way.
      socket.on('error', () => {});
      this.#socket = socket;
      this.#phones = phones.map(
        (phone) => new MetaHumanPhone({ ...phone, streamPort: () => socket.address().port, clock, onChange }),
      );
    } catch (error) {
      const problem = toErrorInfo(error);
      this.#failed = phones.map((phone) => ({ ...phone, status: 'connecting', problem }));
    }
  }

  async configure(settings: MetaHumanSettings): Promise<void> {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    await this.close();
    this.#settings = settings;
    await this.open();
  }

  async close(): Promise<void> {
    for (const phone of this.#phones) phone.close();
    this.#phones = [];
    this.#failed = [];
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) await new Promise<void>((resolve) => socket.close(() => resolve()));
  }

  view(): MetaHumanView[] {
    return [...this.#failed, ...this.#phones.map((phone) => phone.view())];
  }

  #receive(packet: Uint8Array, sender: Sender): void {
    const { frame, onFrame } = this.#options;
    for (const phone of this.#phones) {
      if (phone.address !== sender.address) continue;
      const outcome = phone.decode(packet, frame);
      if (outcome === 'foreign') continue;
      if (outcome === 'frame' || outcome === 'alive') onFrame(frame, sender);
      return;
    }
  }
}
