import { createRandom } from '#shared/face/index.ts';
import type { Clock } from '../clock.ts';

/** What happens to packets on their way. */
export interface NetworkFaults {
  /** Share of the packets that never arrive, 0..1. */
  readonly loss: number;
  /** Longest time that a packet is held up, in seconds; each is held up for another time, evenly spread. */
  readonly jitterSeconds: number;
  /** Share of the packets that the next one overtakes, 0..1. */
  readonly reorder: number;
}

export const GOOD_NETWORK: NetworkFaults = { loss: 0, jitterSeconds: 0, reorder: 0 };

/**
 * Passes packets on as a network with these faults would, the same ones lost and held up for the same seed.
 * @param deliver sends a packet
 */
export class BadNetwork {
  readonly #faults: NetworkFaults;
  readonly #clock: Clock;
  readonly #deliver: (packet: Uint8Array) => void;
  readonly #random;
  readonly #pending = new Set<() => void>();
  /** What the next packet overtakes. */
  #overtaken: Uint8Array | undefined;

  constructor(faults: NetworkFaults, seed: number, clock: Clock, deliver: (packet: Uint8Array) => void) {
    this.#faults = faults;
    this.#random = createRandom(seed);
    this.#clock = clock;
    this.#deliver = deliver;
  }

  send(packet: Uint8Array): void {
    const { loss, reorder } = this.#faults;
    // Drawn for every packet, so that one fault does not change which packets the others befall.
    const [lossDraw, orderDraw, delayDraw] = [this.#random.next(), this.#random.next(), this.#random.next()];
    if (lossDraw < loss) return;
    const overtaken = this.#overtaken;
    if (!overtaken && orderDraw < reorder) {
      this.#overtaken = packet;
      return;
    }
    this.#overtaken = undefined;
    this.#hold(packet, delayDraw);
    if (overtaken) this.#hold(overtaken, delayDraw);
  }

  /** Delivers at once what is still under way. */
  flush(): void {
    for (const deliver of [...this.#pending]) deliver();
    if (this.#overtaken) this.#deliver(this.#overtaken);
    this.#overtaken = undefined;
  }

  #hold(packet: Uint8Array, share: number): void {
    const delay = share * this.#faults.jitterSeconds;
    if (delay === 0) {
      this.#deliver(packet);
      return;
    }
    const deliver = (): void => {
      stop();
      this.#pending.delete(deliver);
      this.#deliver(packet);
    };
    const stop = this.#clock.at(this.#clock.nowSeconds() + delay, deliver);
    this.#pending.add(deliver);
  }
}
