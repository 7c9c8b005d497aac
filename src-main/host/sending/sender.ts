import type { CaptureFrame } from '#shared/capture/index.ts';
import type { Destination, DestinationState, ErrorInfo } from '#shared/contract/index.ts';
import { type Clock, PacketRate } from '../capture/index.ts';
import { Outlet } from './outlet.ts';

/** A subject that has been silent for so long has its socket closed; it gets another when it is back. */
const SILENT_SECONDS = 10;
/** Of the performance, among those of phones. */
const PERFORMANCE = -1;

/** A destination that is on: all subjects that it hears. */
export class Sender {
  readonly destination: Destination;
  readonly #clock: Clock;
  readonly #outlets = new Map<number, Outlet>();
  readonly #rate = new PacketRate();
  /** Why nothing may be sent there at all; null where it may. */
  barrier: ErrorInfo | null = null;

  constructor(destination: Destination, clock: Clock) {
    this.destination = destination;
    this.#clock = clock;
  }

  sendPerformance(frame: CaptureFrame): void {
    if (this.destination.what === 'performance') this.#send(PERFORMANCE, this.destination.subject, frame);
  }

  sendSubject(id: number, name: string, frame: CaptureFrame): void {
    if (this.destination.what === 'subjects') this.#send(id, name, frame);
  }

  /** Closes what has not been used for long. */
  prune(): void {
    const now = this.#clock.nowSeconds();
    for (const [id, outlet] of this.#outlets) {
      if (now - outlet.lastSeconds < SILENT_SECONDS) continue;
      outlet.close();
      this.#outlets.delete(id);
    }
  }

  state(): DestinationState {
    const now = this.#clock.nowSeconds();
    let problem = this.barrier;
    for (const outlet of this.#outlets.values()) problem ??= outlet.problem(now);
    return { id: this.destination.id, packetsPerSecond: this.#rate.perSecond(now), problem };
  }

  close(): void {
    for (const outlet of this.#outlets.values()) outlet.close();
    this.#outlets.clear();
  }

  #send(id: number, name: string, frame: CaptureFrame): void {
    if (this.barrier) return;
    let outlet = this.#outlets.get(id);
    if (!outlet) {
      outlet = new Outlet({
        destination: this.destination,
        name,
        clock: this.#clock,
        onSent: (nowSeconds) => this.#rate.add(nowSeconds),
      });
      this.#outlets.set(id, outlet);
    }
    outlet.send(frame);
  }
}
