import { createSocket, type Socket } from 'node:dgram';
import type { Destination, ErrorInfo } from '#shared/contract/index.ts';
import type { Clock } from '../capture/index.ts';
import { codeOf, REFUSED, sendingProblem } from './sendingProblem.ts';

/** Time after which a place that could not be reached is tried again. */
const RETRY_SECONDS = 1;
/** A problem is told for so long after it was met last. */
const PROBLEM_SECONDS = 2;

export interface OutletSocketOptions {
  readonly place: Pick<Destination, 'address' | 'port'>;
  readonly clock: Clock;
  /** A packet has gone out. */
  readonly onSent: (nowSeconds: number) => void;
}

/**
 * A socket to one place. It is connected, so that the system says where nobody listens. What cannot be sent is left out;
 * nothing throws, and a socket that has failed is replaced.
 */
export class OutletSocket {
  readonly #options: OutletSocketOptions;
  #socket: Socket | undefined;
  #isConnected = false;
  /** What there was to send while it was not. */
  #waiting: readonly Uint8Array[] = [];
  #retrySeconds = Number.NEGATIVE_INFINITY;
  #problem: ErrorInfo | null = null;
  #problemSeconds = Number.NEGATIVE_INFINITY;
  #isClosed = false;

  constructor(options: OutletSocketOptions) {
    this.#options = options;
    this.#connect();
  }

  /** Why packets did not go out of late; null where they did. */
  problem(nowSeconds: number): ErrorInfo | null {
    return nowSeconds - this.#problemSeconds < PROBLEM_SECONDS ? this.#problem : null;
  }

  /** Sends the packets of a frame one after another. Of frames that come before it is connected, the newest goes out. */
  send(packets: readonly Uint8Array[]): void {
    if (!this.#socket && this.#now >= this.#retrySeconds) this.#connect();
    if (this.#isConnected) for (const packet of packets) this.#socket?.send(packet, this.#onSent);
    else this.#waiting = packets;
  }

  /** Takes note that there was nothing that could be sent. */
  fail(error: unknown): void {
    this.#problem = sendingProblem(this.#options.place, error);
    this.#problemSeconds = this.#now;
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
  }

  readonly #onSent = (error: Error | null): void => {
    if (error) this.#failed(error);
    else if (!this.#isClosed) this.#options.onSent(this.#now);
  };

  #connect(): void {
    const { address, port } = this.#options.place;
    const socket = createSocket('udp4');
    this.#socket = socket;
    socket.on('error', (error) => this.#failed(error));
    socket.connect(port, address, (error?: Error) => {
      if (this.#socket !== socket) return;
      if (error) {
        this.#failed(error);
        return;
      }
      this.#isConnected = true;
      this.send(this.#waiting);
      this.#waiting = [];
    });
  }

  #failed(error: Error): void {
    if (this.#isClosed) return;
    this.fail(error);
    if (codeOf(error) === REFUSED) return;
    this.#drop();
    this.#retrySeconds = this.#now + RETRY_SECONDS;
  }

  #drop(): void {
    this.#socket?.close();
    this.#socket = undefined;
    this.#isConnected = false;
    this.#waiting = [];
  }

  get #now(): number {
    return this.#options.clock.nowSeconds();
  }
}
