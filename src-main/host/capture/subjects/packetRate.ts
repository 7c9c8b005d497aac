const WINDOW_SECONDS = 1;
/** More than any phone sends in the window. A faster sender is measured over a shorter one. */
const CAPACITY = 256;

/** Packets a second over the last second, from their times of arrival. Allocates nothing. */
export class PacketRate {
  readonly #arrivals = new Float64Array(CAPACITY);
  #count = 0;

  add(nowSeconds: number): void {
    this.#arrivals[this.#count % CAPACITY] = nowSeconds;
    this.#count += 1;
  }

  perSecond(nowSeconds: number): number {
    const newest = this.#arrival(1);
    let packets = 0;
    while (packets < CAPACITY && this.#arrival(packets + 1) > nowSeconds - WINDOW_SECONDS) packets += 1;
    const span = newest - this.#arrival(packets);
    return packets > 1 && span > 0 ? (packets - 1) / span : packets;
  }

  /** When the packet `back` places from the end arrived, from 1 on; long ago where there is none. */
  #arrival(back: number): number {
    const index = this.#count - back;
    return index < 0 ? Number.NEGATIVE_INFINITY : (this.#arrivals[index % CAPACITY] ?? 0);
  }
}
