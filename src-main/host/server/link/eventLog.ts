import type { HostEvent } from '#shared/contract/index.ts';

export interface LoggedEvent {
  readonly sequence: number;
  readonly event: HostEvent;
}

/** Events that a studio may have missed in a short break of its connection. */
const KEPT_EVENTS = 2048;

/** Of these each counts; of all others the newest says all that those before it did. */
const EACH_COUNTS: ReadonlySet<HostEvent['event']> = new Set([
  'job_changed',
  'job_progress',
  'proxy_progress',
  'batch_ended',
]);

/** The latest events of this run of the host, numbered from 1. */
export class EventLog {
  readonly #kept: LoggedEvent[] = [];
  /** The newest of those of which only the newest is kept. */
  readonly #newest = new Map<HostEvent['event'], LoggedEvent>();
  #sequence = 0;
  /** Up to here events are missing that nothing replaces. */
  #forgotten = 0;

  get sequence(): number {
    return this.#sequence;
  }

  add(event: HostEvent): LoggedEvent {
    const logged = { sequence: ++this.#sequence, event };
    this.#kept.push(logged);
    this.#replace(logged);
    if (this.#kept.length > KEPT_EVENTS) this.#forgotten = this.#kept.shift()?.sequence ?? 0;
    return logged;
  }

  /**
   * All events after `sequence`, but for those that a newer one of them replaces; or nothing when some of them are no
   * longer kept or never were.
   */
  after(sequence: number): readonly LoggedEvent[] | undefined {
    if (sequence > this.#sequence || sequence < this.#forgotten) return undefined;
    return this.#kept.filter((logged) => logged.sequence > sequence);
  }

  #replace(logged: LoggedEvent): void {
    const { event } = logged.event;
    if (EACH_COUNTS.has(event)) return;
    const before = this.#newest.get(event);
    this.#newest.set(event, logged);
    const at = before === undefined ? -1 : this.#kept.lastIndexOf(before);
    if (at >= 0) this.#kept.splice(at, 1);
  }
}
