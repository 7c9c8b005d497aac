import { connect, type Socket } from 'node:net';
import {
  type CaptureFrame,
  createMetaHumanDecoder,
  metaHumanSessionSchema,
  metaHumanSubjectsSchema,
  type PacketOutcome,
} from '#shared/capture/index.ts';
import { type ErrorInfo, type MetaHumanView, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import type { Clock } from '../clock.ts';
import { Conversation } from './conversation.ts';

/** As Unreal does: the session is kept alive, and a phone that is gone is connected to again, so often. */
const KEEP_ALIVE_SECONDS = 5;
const RECONNECT_SECONDS = 5;

export interface MetaHumanPhoneOptions {
  readonly address: string;
  /** TCP. */
  readonly port: number;
  /** UDP port of this computer to which frames shall come. */
  readonly streamPort: () => number;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** A phone in MetaHuman mode, which is asked for its frames for as long as it is there. Experimental. */
export class MetaHumanPhone {
  readonly #options: MetaHumanPhoneOptions;
  #socket: Socket | undefined;
  #conversation: Conversation | undefined;
  #decode = createMetaHumanDecoder([]);
  #status: MetaHumanView['status'] = 'connecting';
  #problem: ErrorInfo | null = null;
  #isAskingAnew = false;
  #isClosed = false;
  #stopTimer = (): void => {};

  constructor(options: MetaHumanPhoneOptions) {
    this.#options = options;
    this.#connect();
  }

  get address(): string {
    return this.#options.address;
  }

  /** Reads a packet that came from its address. One that does not fit its subjects lets it be asked for them anew. */
  decode(packet: Uint8Array, frame: CaptureFrame): PacketOutcome {
    const outcome = this.#decode(packet, frame);
    const socket = this.#socket;
    if (outcome === 'malformed' && socket && this.#conversation && !this.#isAskingAnew) {
      this.#isAskingAnew = true;
      this.#stream(this.#conversation)
        .catch((error: unknown) => this.#fail(socket, error))
        .finally(() => {
          this.#isAskingAnew = false;
        });
    }
    return outcome;
  }

  view(): MetaHumanView {
    const { address, port } = this.#options;
    return { address, port, status: this.#status, problem: this.#problem };
  }

  /** Ends the session, if there is one. */
  close(): void {
    this.#isClosed = true;
    this.#stopTimer();
    this.#conversation?.tell({ addressPath: '/stream/stop', body: {} });
    this.#conversation?.tell({ addressPath: '/session/stop' });
    this.#conversation = undefined;
    this.#socket?.destroySoon();
  }

  #connect(): void {
    const { address, port, clock } = this.#options;
    const socket = connect({ host: address, port });
    this.#socket = socket;
    socket.on('connect', () => {
      const conversation = new Conversation(socket, clock);
      this.#begin(socket, conversation).catch((error: unknown) => this.#fail(socket, error));
    });
    socket.on('error', (error) => this.#fail(socket, unreachable(address, port, error)));
    socket.on('close', () => this.#fail(socket, unreachable(address, port)));
  }

  async #begin(socket: Socket, conversation: Conversation): Promise<void> {
    const session = metaHumanSessionSchema.parse(await conversation.ask({ addressPath: '/session/start' }));
    conversation.sessionId = session.sessionId;
    this.#conversation = conversation;
    // As Unreal does, though what it says of the phone is not used.
    await conversation.ask({ addressPath: '/information' });
    await this.#stream(conversation);
    this.#stopTimer = this.#options.clock.every(KEEP_ALIVE_SECONDS, () => {
      conversation
        .ask({ addressPath: '/session/keep-alive' })
        .catch((error: unknown) => this.#fail(socket, error));
    });
  }

  /** Has all its subjects sent. */
  async #stream(conversation: Conversation): Promise<void> {
    const { subjects } = metaHumanSubjectsSchema.parse(
      await conversation.ask({ addressPath: '/stream/subjects' }),
    );
    this.#decode = createMetaHumanDecoder(subjects);
    await conversation.ask({
      addressPath: '/stream/start',
      body: {
        streamPort: this.#options.streamPort(),
        subjects: subjects.map(({ id, name }) => ({ id, name })),
      },
    });
    this.#status = 'streaming';
    this.#problem = null;
    this.#options.onChange();
  }

  /** Says what is wrong with its connection, and begins anew in a while. */
  #fail(socket: Socket, error: unknown): void {
    if (this.#isClosed || socket !== this.#socket) return;
    const { clock, address } = this.#options;
    this.#stopTimer();
    this.#socket = undefined;
    this.#conversation = undefined;
    this.#status = 'connecting';
    this.#problem = error instanceof MimesisError ? toErrorInfo(error) : unreadable(address);
    socket.destroy();
    this.#stopTimer = clock.at(clock.nowSeconds() + RECONNECT_SECONDS, () => this.#connect());
    this.#options.onChange();
  }
}

function unreachable(address: string, port: number, cause?: Error): MimesisError {
  if (cause instanceof MimesisError) return cause;
  return new MimesisError(
    'host_unreachable',
    `The phone at ${address}, TCP port ${port}, cannot be reached.`,
    {
      remedy: 'Live Link Face must be open, in its MetaHuman mode, at this address.',
      cause,
    },
  );
}

/** An answer in a form that is not documented. */
const unreadable = (address: string): ErrorInfo => ({
  kind: 'io',
  message: `The phone at ${address} answers in a way that this version does not know.`,
  remedy: 'Use the ARKit mode of Live Link Face: this mode is experimental.',
});
