import type { Socket } from 'node:dgram';
import { createPhoneAnswerReader, encodePhoneCommand } from '#shared/capture/index.ts';
import {
  type CaptureSettings,
  type ErrorInfo,
  type PhoneRemote,
  type RemoteView,
  type TakeSlate,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { Clock } from '../clock.ts';
import type { CapturePlace } from '../sources/captureSockets.ts';
import { openUdpSocket } from '../sources/udpSocket.ts';
import type { Sender } from '../subjects/subject.ts';
import { addressTowards } from './addressTowards.ts';
import { Remote } from './remote.ts';

/** How often phones that answer are asked how they are; others are asked each second. */
const ASK_SECONDS = 5;
const LOOK_SECONDS = 1;

type RemoteSettings = Pick<CaptureSettings, 'remotes' | 'remoteAnswerPort'>;

export interface RemotesOptions {
  readonly place: CapturePlace;
  readonly clock: Clock;
  /** A phone has said something. */
  readonly onChange: () => void;
}

/** The phones that are controlled from here. Their socket is open while there are any. */
export class Remotes {
  readonly #options: RemotesOptions;
  readonly #read = createPhoneAnswerReader();
  #settings: RemoteSettings;
  #remotes: Remote[] = [];
  #socket: Socket | undefined;
  #problem: ErrorInfo | null = null;
  #take: TakeSlate | undefined;
  /** Resolves once all commands so far have gone out. */
  #sent: Promise<unknown> = Promise.resolve();
  #timers: (() => void)[] = [];

  /** Opens nothing yet: `open` does. */
  constructor(settings: RemoteSettings, options: RemotesOptions) {
    this.#settings = settings;
    this.#options = options;
  }

  /** A socket that cannot be opened says so with each phone. */
  async open(): Promise<void> {
    const { remotes, remoteAnswerPort } = this.#settings;
    if (remotes.length === 0) return;
    const { place, clock } = this.#options;
    try {
      this.#socket = await openUdpSocket(place.port === undefined ? remoteAnswerPort : 0, place.address);
      this.#socket.on('message', (packet, sender) => this.#hear(packet, sender));
      // What cannot be sent or read is as good as lost on the way: the phone is asked again.
      this.#socket.on('error', () => {});
    } catch (error) {
      this.#problem = toErrorInfo(error);
    }
    this.#remotes = remotes.map((phone) => this.#create(phone));
    for (const remote of this.#remotes) void this.#ask(remote);
    this.#timers = [
      clock.every(ASK_SECONDS, () => {
        for (const remote of this.#remotes) void this.#ask(remote);
      }),
      clock.every(LOOK_SECONDS, () => {
        for (const remote of this.#remotes) {
          if (!remote.answers(clock.nowSeconds())) void this.#ask(remote);
          remote.insist();
        }
      }),
    ];
    this.#direct();
  }

  /** Takes over other settings; phones that stay are asked anew. */
  async configure(settings: RemoteSettings): Promise<void> {
    const key = ({ remotes, remoteAnswerPort }: RemoteSettings) =>
      JSON.stringify([remotes, remoteAnswerPort]);
    if (key(settings) === key(this.#settings)) return;
    await this.close();
    this.#settings = settings;
    await this.open();
  }

  /** Lets those phones record that shall record with the studio; undefined for no take. */
  record(take: TakeSlate | undefined): void {
    this.#take = take;
    this.#direct();
  }

  /** Phones that record are told to stop. */
  async close(): Promise<void> {
    for (const stop of this.#timers) stop();
    for (const remote of this.#remotes) remote.record(undefined);
    await this.#sent;
    this.#timers = [];
    this.#remotes = [];
    this.#problem = null;
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) await new Promise<void>((resolve) => socket.close(() => resolve()));
  }

  view(): RemoteView[] {
    return this.#remotes.map((remote) => remote.view(this.#options.clock.nowSeconds()));
  }

  #create(phone: PhoneRemote): Remote {
    const remote = new Remote(phone, this.#options.clock.nowSeconds(), (command) =>
      this.#send(encodePhoneCommand(command), phone),
    );
    remote.problem = this.#problem;
    return remote;
  }

  #send(packet: Uint8Array, { port, address }: PhoneRemote): void {
    const sending = new Promise<void>((resolve) => {
      if (this.#socket) this.#socket.send(packet, port, address, () => resolve());
      else resolve();
    });
    this.#sent = Promise.all([this.#sent, sending]);
  }

  async #ask(remote: Remote): Promise<void> {
    try {
      const own = await addressTowards(remote.phone.address);
      const port = this.#socket?.address().port;
      if (port === undefined) return;
      remote.problem = null;
      remote.ask(own, port);
    } catch {
      const { address } = remote.phone;
      remote.problem = {
        kind: 'host_unreachable',
        message: `This computer is in no network that leads to the phone at ${address}.`,
        remedy: 'Look at the address, and at the connection to the network.',
      };
    }
  }

  #direct(): void {
    for (const remote of this.#remotes) remote.record(remote.phone.recordsToo ? this.#take : undefined);
  }

  #hear(packet: Uint8Array, { address, port }: Sender): void {
    const atAddress = this.#remotes.filter(({ phone }) => phone.address === address);
    // A phone may answer from any port; where several are at one address, as in tests, the port tells them apart.
    const remote = atAddress.find(({ phone }) => phone.port === port) ?? atAddress[0];
    if (!remote) return;
    for (const answer of this.#read(packet)) remote.hear(answer, this.#options.clock.nowSeconds());
    this.#options.onChange();
  }
}
