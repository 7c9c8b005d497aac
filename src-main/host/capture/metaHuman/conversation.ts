import type { Socket } from 'node:net';
import {
  createMetaHumanMessageReader,
  encodeMetaHumanRequest,
  META_HUMAN_HANDSHAKE,
  type MetaHumanMessage,
  type MetaHumanRequest,
} from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import type { Clock } from '../clock.ts';

/** Unreal waits so long for an answer. */
const ANSWER_SECONDS = 3;

interface Waiting {
  resolve(message: MetaHumanMessage): void;
  reject(error: Error): void;
}

/** Questions and answers over a connection to a phone in MetaHuman mode. Experimental: no phone was at hand. */
export class Conversation {
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #waiting = new Map<number, Waiting>();
  #lastTransaction = 0;
  sessionId = META_HUMAN_HANDSHAKE;

  /** @param socket connected; what it says that cannot be read destroys it */
  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    const read = createMetaHumanMessageReader();
    socket.on('data', (piece) => {
      try {
        for (const message of read(piece)) this.#hear(message);
      } catch (error) {
        socket.destroy(error instanceof Error ? error : undefined);
      }
    });
    socket.on('close', () => this.#breakOff(silent()));
  }

  /**
   * Asks the phone for something.
   * @returns the body of its answer
   * @throws MimesisError `io` where it refuses, `host_unreachable` where it does not answer within 3 seconds
   */
  async ask(request: MetaHumanRequest): Promise<unknown> {
    const transactionId = ++this.#lastTransaction;
    const answer = new Promise<MetaHumanMessage>((resolve, reject) => {
      this.#waiting.set(transactionId, { resolve, reject });
    });
    const stop = this.#clock.at(this.#clock.nowSeconds() + ANSWER_SECONDS, () =>
      this.#waiting.get(transactionId)?.reject(silent()),
    );
    this.tell(request, transactionId);
    try {
      const { error, body } = await answer;
      if (error) throw new MimesisError('io', `The phone refuses: ${error.description || error.name}.`);
      return body;
    } finally {
      stop();
      this.#waiting.delete(transactionId);
    }
  }

  /** Sends a request whose answer nobody waits for. */
  tell(request: MetaHumanRequest, transactionId = ++this.#lastTransaction): void {
    const about = { sessionId: this.sessionId, transactionId, timestampMs: Date.now() };
    this.#socket.write(encodeMetaHumanRequest(request, about));
  }

  #hear(message: MetaHumanMessage): void {
    if (message.type === 'response') this.#waiting.get(message.transactionId)?.resolve(message);
  }

  #breakOff(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
  }
}

const silent = (): MimesisError => new MimesisError('host_unreachable', 'The phone does not answer.');
