import {
  type CaptureFrame,
  createCaptureFrame,
  VTUBE_STUDIO_RENEWAL_SECONDS,
} from '#shared/capture/index.ts';
import {
  CAPTURE_PROTOCOLS,
  type CaptureProtocol,
  type CaptureSettings,
  type CaptureSocket,
  type ErrorInfo,
  type SubjectView,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { Clock } from './clock.ts';
import { askPhones } from './sources/askPhones.ts';
import { Listener } from './sources/listener.ts';
import { DECODERS } from './sources/protocols.ts';
import { SenderDecoders } from './sources/senderDecoders.ts';
import { SubjectTable } from './subjects/subjectTable.ts';

/** How often silence is looked for. */
const EXPIRY_SECONDS = 0.1;

/** Where phones are listened to. */
export interface CapturePlace {
  /** Of this computer. */
  readonly address: string;
  /** Of Live Link Face, in place of the user's; the other protocols take any free one then. 0 is any free one too. */
  readonly port?: number | undefined;
}

export interface ArmedCaptureCalls {
  /** A frame is to be shown. It is filled anew for the next one: copy what is to be kept. */
  onFrame(frame: CaptureFrame, subjectId: number): void;
  /** Who sends has changed, or a socket was lost. */
  onChange(): void;
}

interface Failure {
  readonly port: number;
  readonly problem: ErrorInfo;
}

/** Open sockets, and who sends to them. */
export class ArmedCapture {
  readonly #place: CapturePlace;
  readonly #clock: Clock;
  readonly #calls: ArmedCaptureCalls;
  readonly #subjects: SubjectTable;
  readonly #frame = createCaptureFrame();
  readonly #listeners = new Map<CaptureProtocol, Listener>();
  readonly #failures = new Map<CaptureProtocol, Failure>();
  readonly #timers: (() => void)[];
  #settings: CaptureSettings;
  #stopRelease = (): void => {};

  /** Opens nothing yet: `open` does. */
  constructor(settings: CaptureSettings, place: CapturePlace, clock: Clock, calls: ArmedCaptureCalls) {
    this.#settings = settings;
    this.#place = place;
    this.#clock = clock;
    this.#calls = calls;
    this.#subjects = new SubjectTable(settings.delaySeconds, {
      onFrame: calls.onFrame,
      onStatus: () => calls.onChange(),
    });
    this.#timers = [
      clock.every(EXPIRY_SECONDS, () => this.#subjects.expire(clock.nowSeconds())),
      clock.every(VTUBE_STUDIO_RENEWAL_SECONDS, () => this.#ask()),
    ];
  }

  /** Opens every socket that the settings want. Those that cannot be opened say why in `sockets`. */
  async open(): Promise<void> {
    await Promise.all(CAPTURE_PROTOCOLS.map((protocol) => this.#open(protocol)));
    this.#ask();
  }

  /** Takes over other settings: only sockets that they change are closed and opened. */
  async configure(settings: CaptureSettings): Promise<void> {
    const before = this.#settings;
    this.#settings = settings;
    this.#subjects.delaySeconds = settings.delaySeconds;
    const changed = CAPTURE_PROTOCOLS.filter((protocol) => {
      const [was, is] = [before.listen[protocol], settings.listen[protocol]];
      return was.isOn !== is.isOn || was.port !== is.port;
    });
    await Promise.all(
      changed.map(async (protocol) => {
        await this.#close(protocol);
        await this.#open(protocol);
      }),
    );
    this.#ask();
  }

  async close(): Promise<void> {
    for (const stop of this.#timers) stop();
    this.#stopRelease();
    await Promise.all(CAPTURE_PROTOCOLS.map((protocol) => this.#close(protocol)));
  }

  sockets(): CaptureSocket[] {
    return CAPTURE_PROTOCOLS.flatMap((protocol): CaptureSocket[] => {
      const listener = this.#listeners.get(protocol);
      const failure = this.#failures.get(protocol);
      if (!listener && !failure) return [];
      return [
        {
          protocol,
          address: listener?.address ?? this.#place.address,
          port: listener?.port ?? failure?.port ?? 0,
          problem: failure?.problem ?? null,
          foreignPackets: listener?.rejected.foreign ?? 0,
          malformedPackets: listener?.rejected.malformed ?? 0,
        },
      ];
    });
  }

  subjects(): SubjectView[] {
    return this.#subjects.view(this.#clock.nowSeconds());
  }

  async #open(protocol: CaptureProtocol): Promise<void> {
    const { isOn, port: own } = this.#settings.listen[protocol];
    if (!isOn) return;
    const { address, port: given } = this.#place;
    const port = given === undefined ? own : protocol === 'live_link_face' ? given : 0;
    try {
      const listener = await Listener.open(
        { protocol, port, address },
        new SenderDecoders(DECODERS[protocol]),
        this.#frame,
        {
          onFrame: (frame, _, sender) => {
            this.#subjects.heard(frame, protocol, sender, this.#clock.nowSeconds());
            this.#releaseLater();
          },
          onFailed: (error) => {
            this.#listeners.delete(protocol);
            this.#failures.set(protocol, { port, problem: toErrorInfo(error) });
            this.#calls.onChange();
          },
        },
      );
      this.#listeners.set(protocol, listener);
    } catch (error) {
      this.#failures.set(protocol, { port, problem: toErrorInfo(error) });
    }
  }

  async #close(protocol: CaptureProtocol): Promise<void> {
    const listener = this.#listeners.get(protocol);
    this.#listeners.delete(protocol);
    this.#failures.delete(protocol);
    await listener?.close();
  }

  #ask(): void {
    askPhones(this.#settings.phones, this.#listeners, (protocol, address) =>
      this.#subjects.isHeard(protocol, address),
    );
  }

  /** Wakes up when the next frame that is held is due. */
  #releaseLater(): void {
    this.#stopRelease();
    const due = this.#subjects.release(this.#clock.nowSeconds());
    if (due < Number.POSITIVE_INFINITY) this.#stopRelease = this.#clock.at(due, () => this.#releaseLater());
  }
}
