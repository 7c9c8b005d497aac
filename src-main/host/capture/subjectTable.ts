import type { CaptureFrame } from '#shared/capture/index.ts';
import { PacketRate } from './packetRate.ts';

/** `face`: sends a face; `no_face`: the phone runs but sees none; `lost`: silent for a second or more. */
export type SubjectStatus = 'face' | 'no_face' | 'lost';

/** One phone, or one actor's name on a phone, as it stood at a moment. */
export interface SubjectState {
  /** Its number in this table, in the order in which subjects came. */
  readonly id: number;
  readonly deviceId: string;
  readonly subject: string;
  readonly status: SubjectStatus;
  readonly packetsPerSecond: number;
  /** Seconds since its last packet. */
  readonly silentSeconds: number;
  /** Where its last packet came from. */
  readonly address: string;
  readonly port: number;
}

interface Entry {
  readonly id: number;
  readonly deviceId: string;
  readonly subject: string;
  readonly rate: PacketRate;
  status: SubjectStatus;
  lastSeenSeconds: number;
  address: string;
  port: number;
}

const LOST_AFTER_SECONDS = 1;

/** Far more phones than a stage has: what strangers on the network can fill it with stays small. */
const MAX_SUBJECTS = 32;

/** Who sends, and who has fallen silent. Times are of the caller's clock. */
export class SubjectTable {
  readonly #entries: Entry[] = [];
  readonly #onStatus: (subject: SubjectState) => void;
  #nextId = 0;

  constructor(onStatus: (subject: SubjectState) => void) {
    this.#onStatus = onStatus;
  }

  /**
   * Takes note of a packet, and returns the subject's id. A new subject beyond the limit takes the place of the one
   * silent for longest.
   */
  heard(frame: CaptureFrame, from: { address: string; port: number }, nowSeconds: number): number {
    const entry = this.#find(frame) ?? this.#add(frame, nowSeconds);
    entry.rate.add(nowSeconds);
    entry.lastSeenSeconds = nowSeconds;
    entry.address = from.address;
    entry.port = from.port;
    this.#setStatus(entry, frame.faceFound ? 'face' : 'no_face', nowSeconds);
    return entry.id;
  }

  /** Declares lost who has been silent too long. To be called several times a second. */
  expire(nowSeconds: number): void {
    for (const entry of this.#entries) {
      if (nowSeconds - entry.lastSeenSeconds >= LOST_AFTER_SECONDS)
        this.#setStatus(entry, 'lost', nowSeconds);
    }
  }

  /** All subjects, lost ones too, in the order in which they came. */
  list(nowSeconds: number): SubjectState[] {
    return this.#entries.map((entry) => stateOf(entry, nowSeconds));
  }

  #find({ deviceId, subject }: CaptureFrame): Entry | undefined {
    for (const entry of this.#entries) {
      if (entry.subject === subject && entry.deviceId === deviceId) return entry;
    }
    return undefined;
  }

  #add({ deviceId, subject }: CaptureFrame, nowSeconds: number): Entry {
    if (this.#entries.length === MAX_SUBJECTS) this.#dropLongestSilent(nowSeconds);
    const entry: Entry = {
      id: this.#freeId(),
      deviceId,
      subject,
      rate: new PacketRate(),
      status: 'lost',
      lastSeenSeconds: nowSeconds,
      address: '',
      port: 0,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** Ids are used again after 65,536 subjects, but for those that still send. */
  #freeId(): number {
    let id: number;
    do id = this.#nextId++ & 0xffff;
    while (this.#entries.some((entry) => entry.id === id));
    return id;
  }

  #dropLongestSilent(nowSeconds: number): void {
    const times = this.#entries.map(({ lastSeenSeconds }) => lastSeenSeconds);
    const [dropped] = this.#entries.splice(times.indexOf(Math.min(...times)), 1);
    if (dropped) this.#setStatus(dropped, 'lost', nowSeconds);
  }

  #setStatus(entry: Entry, status: SubjectStatus, nowSeconds: number): void {
    if (entry.status === status) return;
    entry.status = status;
    this.#onStatus(stateOf(entry, nowSeconds));
  }
}

function stateOf({ rate, lastSeenSeconds, ...entry }: Entry, nowSeconds: number): SubjectState {
  return {
    ...entry,
    packetsPerSecond: rate.perSecond(nowSeconds),
    silentSeconds: nowSeconds - lastSeenSeconds,
  };
}
