import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  type CaptureSettings,
  type CaptureSocket,
  type ErrorInfo,
  NETWORK_PROTOCOLS,
  type NetworkProtocol,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { Sender } from '../subjects/subject.ts';
import { askPhones, stopPhones } from './askPhones.ts';
import { Listener } from './listener.ts';
import { DECODERS, TCP_PORT } from './protocols.ts';
import { SenderDecoders } from './senderDecoders.ts';
import { TcpListener } from './tcpListener.ts';

/** Where phones are listened to. */
export interface CapturePlace {
  /** Of this computer. */
  readonly address: string;
  /** Of Live Link Face, in place of the user's; the other protocols take any free one then. 0 is any free one too. */
  readonly port?: number | undefined;
}

export interface CaptureSocketsCalls {
  /** A sender runs: its frame, or, where neither face nor body is found, who it is. */
  readonly onFrame: (frame: CaptureFrame, protocol: NetworkProtocol, sender: Sender) => void;
  /** A socket was lost. */
  readonly onChange: () => void;
}

interface Failure {
  readonly port: number;
  readonly problem: ErrorInfo;
}

/** The sockets that the settings want, and what is asked of phones through them. */
export class CaptureSockets {
  readonly #place: CapturePlace;
  readonly #calls: CaptureSocketsCalls;
  readonly #frame: CaptureFrame;
  readonly #listeners = new Map<NetworkProtocol, Listener>();
  readonly #failures = new Map<NetworkProtocol, Failure>();
  #settings: CaptureSettings;
  /** Where phones connect; open where one is asked to. */
  #tcp: TcpListener | Failure | undefined;

  /**
   * Opens nothing yet: `open` does.
   * @param frame filled anew with each packet
   */
  constructor(
    settings: CaptureSettings,
    place: CapturePlace,
    frame: CaptureFrame,
    calls: CaptureSocketsCalls,
  ) {
    this.#settings = settings;
    this.#place = place;
    this.#frame = frame;
    this.#calls = calls;
  }

  /** Those that cannot be opened say why in `view`. */
  async open(): Promise<void> {
    await Promise.all([this.#openTcp(), ...NETWORK_PROTOCOLS.map((protocol) => this.#open(protocol))]);
  }

  /** Takes over other settings: only sockets that they change are closed and opened. */
  async configure(settings: CaptureSettings): Promise<void> {
    const before = this.#settings;
    this.#settings = settings;
    const changed = NETWORK_PROTOCOLS.filter((protocol) => {
      const [was, is] = [before.listen[protocol], settings.listen[protocol]];
      return was.isOn !== is.isOn || was.port !== is.port;
    });
    await Promise.all(
      changed.map(async (protocol) => {
        await this.#close(protocol);
        await this.#open(protocol);
      }),
    );
    if (!isTcpWanted(settings)) await this.#closeTcp();
    else if (!this.#tcp) await this.#openTcp();
  }

  async close(): Promise<void> {
    await stopPhones(this.#settings.phones, this.#listeners);
    await Promise.all([this.#closeTcp(), ...NETWORK_PROTOCOLS.map((protocol) => this.#close(protocol))]);
  }

  /** Asks phones for their frames. */
  ask(isHeard: (protocol: NetworkProtocol, address: string) => boolean): void {
    askPhones(this.#settings.phones, this.#listeners, isHeard);
  }

  view(): CaptureSocket[] {
    const { address } = this.#place;
    const udp = NETWORK_PROTOCOLS.flatMap((protocol) => {
      const socket = this.#listeners.get(protocol) ?? this.#failures.get(protocol);
      return socket ? [socketView(protocol, 'udp', address, socket)] : [];
    });
    return this.#tcp ? [...udp, socketView('ifacialmocap', 'tcp', address, this.#tcp)] : udp;
  }

  async #open(protocol: NetworkProtocol): Promise<void> {
    const { isOn, port: own } = this.#settings.listen[protocol];
    if (!isOn) return;
    const { address, port: given } = this.#place;
    const port = given === undefined ? own : protocol === 'live_link_face' ? given : 0;
    try {
      const listener = await Listener.open(
        { protocol, port, address },
        new SenderDecoders(DECODERS[protocol]),
        this.#frame,
        {
          onFrame: this.#calls.onFrame,
          onFailed: (error) => {
            this.#listeners.delete(protocol);
            this.#failures.set(protocol, { port, problem: toErrorInfo(error) });
            this.#calls.onChange();
          },
        },
      );
      this.#listeners.set(protocol, listener);
    } catch (error) {
      this.#failures.set(protocol, { port, problem: toErrorInfo(error) });
    }
  }

  async #close(protocol: NetworkProtocol): Promise<void> {
    const listener = this.#listeners.get(protocol);
    this.#listeners.delete(protocol);
    this.#failures.delete(protocol);
    await listener?.close();
  }

  async #openTcp(): Promise<void> {
    if (!isTcpWanted(this.#settings)) return;
    const port = this.#place.port === undefined ? TCP_PORT : 0;
    try {
      this.#tcp = await TcpListener.open({
        port,
        address: this.#place.address,
        frame: this.#frame,
        protocolOf: (address) =>
          this.#settings.phones.find((phone) => phone.transport === 'tcp' && phone.address === address)
            ?.protocol ?? 'ifacialmocap',
        onFrame: this.#calls.onFrame,
      });
    } catch (error) {
      this.#tcp = { port, problem: toErrorInfo(error) };
    }
  }

  async #closeTcp(): Promise<void> {
    const tcp = this.#tcp;
    this.#tcp = undefined;
    if (tcp instanceof TcpListener) await tcp.close();
  }
}

const isTcpWanted = ({ phones }: CaptureSettings): boolean =>
  phones.some(({ transport }) => transport === 'tcp');

function socketView(
  protocol: NetworkProtocol,
  transport: CaptureSocket['transport'],
  address: string,
  socket: Listener | TcpListener | Failure,
): CaptureSocket {
  const { port } = socket;
  if ('problem' in socket) {
    return {
      protocol,
      transport,
      address,
      port,
      problem: socket.problem,
      foreignPackets: 0,
      malformedPackets: 0,
    };
  }
  const { foreign, malformed } = socket.rejected;
  return {
    protocol,
    transport,
    address,
    port,
    problem: null,
    foreignPackets: foreign,
    malformedPackets: malformed,
  };
}
