import type { RemoteInfo, Socket } from 'node:dgram';
import type { CaptureFrame } from '#shared/capture/index.ts';
import { MimesisError, type NetworkProtocol } from '#shared/contract/index.ts';
import type { SenderDecoders } from './senderDecoders.ts';
import { openUdpSocket } from './udpSocket.ts';

/** Where a protocol is listened to. */
export interface ListenerPlace {
  readonly protocol: NetworkProtocol;
  /** UDP port; 0 takes any free one. */
  readonly port: number;
  /** Address of this computer to listen at. */
  readonly address: string;
}

export interface ListenerCalls {
  /** A sender runs: its frame, or, where neither face nor body is found, who it is. Filled anew for the next packet. */
  readonly onFrame: (frame: CaptureFrame, protocol: NetworkProtocol, sender: RemoteInfo) => void;
  /** The operating system has taken the socket away; it is closed. */
  readonly onFailed: (error: MimesisError, protocol: NetworkProtocol) => void;
}

/** An open socket at which one protocol is read. */
export class Listener {
  readonly protocol: NetworkProtocol;
  readonly address: string;
  readonly port: number;
  /** Packets that could not be read. `foreign`: of another version of the protocol, or of something else altogether. */
  readonly rejected = { foreign: 0, malformed: 0 };
  readonly #socket: Socket;
  readonly #closed: Promise<void>;
  #isOpen = true;

  private constructor(socket: Socket, protocol: NetworkProtocol) {
    const { address, port } = socket.address();
    this.protocol = protocol;
    this.address = address;
    this.port = port;
    this.#socket = socket;
    this.#closed = new Promise<void>((resolve) => socket.once('close', resolve));
  }

  /** @throws MimesisError `port_in_use` or `io` */
  static async open(
    { protocol, port, address }: ListenerPlace,
    decoders: SenderDecoders,
    frame: CaptureFrame,
    { onFrame, onFailed }: ListenerCalls,
  ): Promise<Listener> {
    const socket = await openUdpSocket(port, address);
    const listener = new Listener(socket, protocol);
    socket.on('message', (packet, sender) => {
      if (!listener.#isOpen) return;
      const outcome = decoders.decode(packet, frame, sender);
      if (outcome === 'frame' || outcome === 'alive') onFrame(frame, protocol, sender);
      else if (outcome !== 'part') listener.rejected[outcome] += 1;
    });
    socket.on('error', (cause) => {
      const error = new MimesisError(
        'io',
        `Capture at UDP port ${listener.port} has stopped: ${cause.message}.`,
        {
          cause,
        },
      );
      void listener.close().then(() => onFailed(error, protocol));
    });
    return listener;
  }

  /**
   * Sends from this socket, so that what answers comes back to it. What cannot be sent is as good as lost on the way.
   * Resolves once it has gone out.
   */
  async send(packet: Uint8Array, port: number, address: string): Promise<void> {
    if (this.#isOpen) {
      await new Promise<void>((resolve) => this.#socket.send(packet, port, address, () => resolve()));
    }
  }

  /** Nothing is called once it has resolved. May be called again. */
  async close(): Promise<void> {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#socket.close();
    }
    await this.#closed;
  }
}
