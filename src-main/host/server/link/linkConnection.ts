import type { WebSocket } from 'ws';
import {
  type ClientMessage,
  clientMessageSchema,
  decodeUpload,
  type ErrorInfo,
  type HostMessage,
  type RequestName,
  type RequestParameters,
  type RequestResult,
  requestSchemas,
  toErrorInfo,
  type UploadKind,
} from '#shared/contract/index.ts';
import type { EventLog, LoggedEvent } from './eventLog.ts';

/** What the host does for each request. May throw a `MimesisError`, which the studio gets as it is. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (parameters: RequestParameters<Name>) => Promise<RequestResult<Name>>;
};

/** What the host does with each kind of binary message; `studio` tells the connections of studios apart. */
export type UploadHandlers = {
  readonly [Kind in UploadKind]?: (content: Uint8Array, stream: number, studio: number) => void;
};

/** What the host does for a studio. */
export interface LinkHandlers {
  readonly requests: RequestHandlers;
  readonly uploads: UploadHandlers;
}

/** Bytes that may wait in a socket before live frames are held back. */
const BUSY_BYTES = 16 * 1024;
/** Bytes at which a studio that reads nothing is let go; it comes back and resumes. */
const STALLED_BYTES = 8 * 1024 * 1024;

const CLOSE_BAD_MESSAGE = 1008;
const CLOSE_STALLED = 1013;

/** One studio at the other end of a WebSocket. */
export class LinkConnection {
  readonly #socket: WebSocket;
  readonly #handlers: LinkHandlers;
  readonly #number: number;
  readonly #log: EventLog;
  readonly #epoch: string;
  /** The newest frame of each stream that a busy socket has not taken yet; older ones are dropped. */
  readonly #waitingFrames = new Map<number, Uint8Array>();
  #greeted = false;

  /** @param number of this connection, which no other has */
  constructor(socket: WebSocket, number: number, handlers: LinkHandlers, log: EventLog, epoch: string) {
    this.#socket = socket;
    this.#number = number;
    this.#handlers = handlers;
    this.#log = log;
    this.#epoch = epoch;
    socket.on('message', (data, isBinary) => {
      if (isBinary && data instanceof Buffer) this.#take(data);
      else this.#receive(String(data));
    });
    // The socket closes by itself after an error; there is nothing else to mend.
    socket.on('error', () => {});
  }

  /** Tells the studio of an event, once it has said hello. */
  event(logged: LoggedEvent): void {
    if (this.#greeted) this.#send({ kind: 'event', ...logged });
  }

  /** Sends a live frame, or keeps it as the newest one of its stream while the socket is busy. */
  frame(bytes: Uint8Array, stream: number): void {
    if (!this.#greeted || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > BUSY_BYTES) {
      this.#waitingFrames.set(stream, bytes);
      return;
    }
    this.#waitingFrames.delete(stream);
    this.#socket.send(bytes, this.#sendWaiting);
  }

  readonly #sendWaiting = (): void => {
    for (const [stream, bytes] of this.#waitingFrames) this.frame(bytes, stream);
  };

  #take(bytes: Buffer): void {
    const upload = this.#greeted ? decodeUpload(bytes) : undefined;
    if (upload) this.#handlers.uploads[upload.kind]?.(upload.content, upload.stream, this.#number);
    else this.#refuse();
  }

  #refuse(): void {
    this.#socket.close(CLOSE_BAD_MESSAGE, 'not a message of this protocol');
  }

  #receive(text: string): void {
    const message = readMessage(text);
    if (!message || (!this.#greeted && message.kind !== 'hello')) {
      this.#refuse();
      return;
    }
    if (message.kind === 'hello') this.#greet(message.resume);
    else void this.#answer(message.id, message.name, message.parameters);
  }

  #greet(resume: Extract<ClientMessage, { kind: 'hello' }>['resume']): void {
    const missed = resume?.epoch === this.#epoch ? this.#log.after(resume.lastSequence) : undefined;
    this.#greeted = true;
    this.#send({
      kind: 'welcome',
      epoch: this.#epoch,
      sequence: this.#log.sequence,
      resumed: missed !== undefined,
    });
    for (const event of missed ?? []) this.event(event);
  }

  async #answer<Name extends RequestName>(id: number, name: Name, parameters: unknown): Promise<void> {
    const read = requestSchemas[name].parameters.safeParse(parameters);
    if (!read.success) {
      this.#fail(id, { kind: 'usage', message: `The request ${name} has parameters of the wrong form.` });
      return;
    }
    try {
      const handler: (parameters: RequestParameters<Name>) => Promise<unknown> =
        this.#handlers.requests[name];
      this.#send({ kind: 'result', id, result: await handler(read.data as RequestParameters<Name>) });
    } catch (error) {
      this.#fail(id, toErrorInfo(error));
    }
  }

  #fail(id: number, error: ErrorInfo): void {
    this.#send({ kind: 'error', id, error });
  }

  #send(message: HostMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > STALLED_BYTES) {
      this.#socket.close(CLOSE_STALLED, 'the studio does not read');
      return;
    }
    this.#socket.send(JSON.stringify(message));
  }
}

function readMessage(text: string): ClientMessage | undefined {
  try {
    return clientMessageSchema.parse(JSON.parse(text));
  } catch {
    // Whatever is wrong with it, the answer is the same: the connection ends.
    return undefined;
  }
}
