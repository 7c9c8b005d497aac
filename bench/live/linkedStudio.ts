import type { WebSocket } from 'ws';
import {
  type HostMessage,
  hostMessageSchema,
  LINK_PROTOCOL,
  type RequestName,
  type RequestParameters,
  type RequestResult,
  requestSchemas,
} from '../../src-shared/contract/index.ts';
import { openSocket } from './openSocket.ts';

type Answer = Extract<HostMessage, { kind: 'result' | 'error' }>;

/** A studio without a page: asks a host, and is given its live frames. */
export class LinkedStudio {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;
  /** Called with each live frame. */
  onFrame: (message: Uint8Array) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data, isBinary) => {
      if (isBinary && data instanceof Buffer) this.onFrame(data);
      else this.#hear(hostMessageSchema.parse(JSON.parse(String(data))));
    });
  }

  /** @param url of the studio's page, as the host prints it */
  static async open(url: string): Promise<LinkedStudio> {
    const { host, hash } = new URL(url);
    const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
    const socket = await openSocket(`ws://${host}/link`, [LINK_PROTOCOL, `token.${token}`]);
    socket.send(JSON.stringify({ kind: 'hello' }));
    return new LinkedStudio(socket);
  }

  async ask<Name extends RequestName>(
    name: Name,
    parameters: RequestParameters<Name>,
  ): Promise<RequestResult<Name>> {
    const id = ++this.#lastId;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ kind: 'request', id, name, parameters }));
    });
    if (answer.kind === 'error') throw new Error(answer.error.message);
    return requestSchemas[name].result.parse(answer.result) as RequestResult<Name>;
  }

  close(): void {
    this.#socket.close();
  }

  #hear(message: HostMessage): void {
    if (message.kind !== 'result' && message.kind !== 'error') return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }
}
