import type { HostEvent } from '#shared/contract/index.ts';

export interface LoggedEvent {
  readonly sequence: number;
  readonly event: HostEvent;
}

/** Events that a studio may have missed in a short break of its connection. */
const KEPT_EVENTS = 2048;

/** The latest events of this run of the host, numbered from 1. */
export class EventLog {
  readonly #kept: LoggedEvent[] = [];
  #sequence = 0;

  get sequence(): number {
    return this.#sequence;
  }

  add(event: HostEvent): LoggedEvent {
    const logged = { sequence: ++this.#sequence, event };
    this.#kept.push(logged);
    if (this.#kept.length > KEPT_EVENTS) this.#kept.shift();
    return logged;
  }

  /** All events after `sequence`, or nothing when some of them are no longer kept or never were. */
  after(sequence: number): readonly LoggedEvent[] | undefined {
    if (sequence > this.#sequence) return undefined;
    const missed = this.#sequence - sequence;
    return missed > this.#kept.length ? undefined : this.#kept.slice(this.#kept.length - missed);
  }
}
