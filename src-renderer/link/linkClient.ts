import type { HostAddress } from '#shared/bridge/index.ts';
import {
  type ClientMessage,
  encodeUpload,
  type HostEvent,
  type HostMessage,
  hostMessageSchema,
  LINK_PROTOCOL,
  MAX_CLIENT_MESSAGE_BYTES,
  MimesisError,
  type RequestName,
  type RequestParameters,
  type RequestResult,
  requestSchemas,
  TOKEN_PROTOCOL_PREFIX,
  type Upload,
} from '#shared/contract/index.ts';

export type LinkState = 'connecting' | 'connected' | 'reconnecting';

export interface LinkListeners {
  onState(state: LinkState): void;
  /** Connected, and events were missed that the host no longer has, or requests were: read everything anew. */
  onFresh(): void;
  onEvent(event: HostEvent): void;
  onFrame(frame: ArrayBuffer): void;
}

/** Bytes that may wait on their way to the host before frames had better be left out. */
const BUSY_BYTES = 64 * 1024;

/** Waits between attempts to connect, in milliseconds; the last one is repeated. */
const RETRY_MS = [100, 250, 500, 1000, 2000];

interface Pending {
  readonly name: RequestName;
  resolve(result: unknown): void;
  reject(error: MimesisError): void;
}

/**
 * The studio's one connection to the host. It reconnects by itself and resumes: events that were missed meanwhile are
 * delivered in order, or `onFresh` says that too many were.
 */
export class LinkClient {
  readonly #locate: () => Promise<HostAddress>;
  readonly #listeners: LinkListeners;
  readonly #pending = new Map<number, Pending>();
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #attempts = 0;
  #nextId = 0;
  #seen: { epoch: string; lastSequence: number } | undefined;
  #welcomed = false;
  /** A request was refused or broken off: whoever made it may know too little, though no event was missed. */
  #isBehind = false;
  #closed = false;

  /** @param locate where the host listens now; asked at each attempt, since a restarted host listens elsewhere */
  constructor(locate: () => Promise<HostAddress>, listeners: LinkListeners) {
    this.#locate = locate;
    this.#listeners = listeners;
    void this.#connect('connecting');
  }

  /** Asks the host. Rejects with the host's own error, or with `host_unreachable` while there is no connection. */
  request<Name extends RequestName>(
    name: Name,
    parameters: RequestParameters<Name>,
  ): Promise<RequestResult<Name>> {
    return new Promise((resolve, reject) => {
      if (!this.#welcomed) {
        this.#isBehind = true;
        reject(unreachable());
        return;
      }
      const id = this.#nextId++;
      const message = JSON.stringify({ kind: 'request', id, name, parameters } satisfies ClientMessage);
      if (new TextEncoder().encode(message).length > MAX_CLIENT_MESSAGE_BYTES) {
        reject(tooLarge());
        return;
      }
      this.#pending.set(id, {
        name,
        reject,
        resolve: (result) => {
          const read = requestSchemas[name].result.safeParse(result);
          if (read.success) resolve(read.data as RequestResult<Name>);
          else reject(new MimesisError('internal', `the host answered ${name} in another form`));
        },
      });
      this.#socket?.send(message);
    });
  }

  /**
   * Sends a binary message, as far as there is a connection.
   * @returns whether it was sent
   */
  upload(upload: Upload): boolean {
    if (!this.#welcomed || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(encodeUpload(upload));
    return true;
  }

  /** Whether the host is behind with what was sent, so that a newer frame had better wait for the next. */
  get isBusy(): boolean {
    return (this.#socket?.bufferedAmount ?? 0) > BUSY_BYTES;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#socket?.close();
  }

  async #connect(state: LinkState): Promise<void> {
    this.#listeners.onState(state);
    const { address, token } = await this.#locate();
    if (this.#closed) return;
    const socket = new WebSocket(`ws://${address}/link`, [LINK_PROTOCOL, TOKEN_PROTOCOL_PREFIX + token]);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => this.#send({ kind: 'hello', ...(this.#seen && { resume: this.#seen }) });
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.#receive(hostMessageSchema.parse(JSON.parse(data)));
      else this.#listeners.onFrame(data);
    };
    socket.onclose = () => this.#lost();
    this.#socket = socket;
  }

  #lost(): void {
    this.#welcomed = false;
    if (this.#pending.size > 0) this.#isBehind = true;
    for (const { reject } of this.#pending.values()) reject(unreachable());
    this.#pending.clear();
    if (this.#closed) return;
    const wait = RETRY_MS[Math.min(this.#attempts++, RETRY_MS.length - 1)];
    this.#listeners.onState('reconnecting');
    this.#retry = setTimeout(() => void this.#connect('reconnecting'), wait);
  }

  #receive(message: HostMessage): void {
    switch (message.kind) {
      case 'welcome':
        this.#attempts = 0;
        this.#welcomed = true;
        if (!message.resumed) this.#seen = { epoch: message.epoch, lastSequence: message.sequence };
        this.#listeners.onState('connected');
        if (!message.resumed || this.#isBehind) {
          this.#isBehind = false;
          this.#listeners.onFresh();
        }
        break;
      case 'event':
        if (this.#seen) this.#seen.lastSequence = message.sequence;
        this.#listeners.onEvent(message.event);
        break;
      case 'result':
        this.#take(message.id)?.resolve(message.result);
        break;
      case 'error': {
        const { kind, message: text, remedy } = message.error;
        this.#take(message.id)?.reject(new MimesisError(kind, text, remedy === undefined ? {} : { remedy }));
      }
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #send(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }
}

const tooLarge = (): MimesisError =>
  new MimesisError('too_large', 'This is too long to be sent to the host.', {
    remedy: `Divide it: a message may have ${MAX_CLIENT_MESSAGE_BYTES / 1024} KB.`,
  });

const unreachable = (): MimesisError =>
  new MimesisError('host_unreachable', 'The host does not answer.', {
    remedy: 'It is started again by itself; try again in a moment.',
  });
