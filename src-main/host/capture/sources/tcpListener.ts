import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type CaptureFrame, createFrameStream, createIFacialMocapDecoder } from '#shared/capture/index.ts';
import { MimesisError, type NetworkProtocol } from '#shared/contract/index.ts';
import type { Sender } from '../subjects/subject.ts';

/** Far more phones than a stage has. */
const MAX_CONNECTIONS = 32;
/** A phone that has sent nothing for so long is gone. */
const IDLE_MS = 30_000;

export interface TcpListenerOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly address: string;
  /** Filled anew for each frame. */
  readonly frame: CaptureFrame;
  /** What the phone at an address speaks: both apps connect to one port. */
  readonly protocolOf: (address: string) => NetworkProtocol;
  readonly onFrame: (frame: CaptureFrame, protocol: NetworkProtocol, sender: Sender) => void;
}

/** A TCP port at which phones with iFacialMocap or Facemotion3d connect and send frames. */
export class TcpListener {
  readonly rejected = { foreign: 0, malformed: 0 };
  readonly address: string;
  readonly port: number;
  readonly #server: Server;
  readonly #options: TcpListenerOptions;
  readonly #connections = new Set<Socket>();

  private constructor(server: Server, port: number, options: TcpListenerOptions) {
    this.#server = server;
    this.#options = options;
    this.address = options.address;
    this.port = port;
    server.maxConnections = MAX_CONNECTIONS;
    server.on('connection', (socket) => this.#receive(socket));
    // A connection that could not be taken, as where too many files are open; the phone tries again.
    server.on('error', () => {});
  }

  /** @throws MimesisError `port_in_use` or `io` */
  static async open(options: TcpListenerOptions): Promise<TcpListener> {
    const server = createServer();
    server.listen(options.port, options.address);
    try {
      await once(server, 'listening');
    } catch (cause) {
      const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw isTaken
        ? new MimesisError('port_in_use', `Another program listens for phones at TCP port ${options.port}.`, {
            remedy: 'Close it, or let the phone send over UDP.',
            cause,
          })
        : new MimesisError('io', `TCP port ${options.port} cannot be opened: ${reason}.`, { cause });
    }
    const place = server.address();
    return new TcpListener(server, typeof place === 'object' ? (place?.port ?? 0) : 0, options);
  }

  /** Nothing is called once it has resolved. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#connections) socket.removeAllListeners('data').destroy();
    await closed;
  }

  #receive(socket: Socket): void {
    const { frame, protocolOf, onFrame } = this.#options;
    const sender: Sender = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    const protocol = protocolOf(sender.address);
    const decode = createIFacialMocapDecoder();
    const readStream = createFrameStream();
    const take = (bytes: Uint8Array): void => {
      const outcome = decode(bytes, frame);
      if (outcome === 'frame' || outcome === 'alive') onFrame(frame, protocol, sender);
      else if (outcome !== 'part') this.rejected[outcome] += 1;
    };
    this.#connections.add(socket);
    socket.on('data', (piece: Uint8Array) => {
      this.rejected.malformed += readStream(piece, take);
    });
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    // The connection is over then; the phone comes back by itself.
    socket.on('error', () => {});
    socket.on('close', () => this.#connections.delete(socket));
  }
}
