import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  type CaptureSocket,
  type SendingSettings,
  type SendingView,
  sendingSettingsSchema,
} from '#shared/contract/index.ts';
import { type Clock, systemClock } from '../capture/index.ts';
import { ownPortProblem } from './ownPort.ts';
import { PerformanceInlet } from './performanceInlet.ts';
import { Sender } from './sender.ts';

/** How often the studio is told how sending goes. */
const REFRESH_SECONDS = 1;

/** Where the user's settings are kept. Both may throw. */
export interface SendingSettingsKeeper {
  read(): SendingSettings;
  write(settings: SendingSettings): void;
}

export interface SendDeskOptions {
  readonly keeper: SendingSettingsKeeper;
  readonly onChange: (sending: SendingView) => void;
  readonly clock?: Clock;
}

/** Sends faces and bodies on to other programs, which see this studio as a phone. */
export class SendDesk {
  readonly #options: SendDeskOptions;
  readonly #clock: Clock;
  readonly #inlet = new PerformanceInlet();
  #settings: SendingSettings | undefined;
  #senders: readonly Sender[] = [];
  #listening: readonly CaptureSocket[] = [];
  #stopRefresh = (): void => {};

  constructor(options: SendDeskOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** Follows the settings that are kept. */
  start(): void {
    this.#follow(this.#read());
  }

  view(): SendingView {
    return { settings: this.#known(), states: this.#senders.map((sender) => sender.state()) };
  }

  /** Keeps other settings, and follows them at once. Throws `io` or `disk_full` where they cannot be kept. */
  configure(settings: SendingSettings): SendingView {
    this.#options.keeper.write(settings);
    this.#follow(settings);
    this.#tell();
    return this.view();
  }

  /** Reads the settings anew: another window of the user may have changed them. */
  refresh(): void {
    const settings = this.#read();
    if (JSON.stringify(settings) === JSON.stringify(this.#known())) return;
    this.#follow(settings);
    this.#tell();
  }

  /** Says what capture listens to now: nothing is sent there. */
  listen(sockets: readonly CaptureSocket[]): void {
    this.#listening = sockets;
    this.#setBarriers();
  }

  /**
   * A frame of what the avatar shows.
   * @param message as `frameMessage.ts` lays it out
   * @param studio tells the studio that sends it from others
   */
  takePerformance(message: Uint8Array, studio: number): void {
    const frame = this.#inlet.receive(message, studio, this.#clock.nowSeconds());
    if (!frame) return;
    for (const sender of this.#senders) sender.sendPerformance(frame);
  }

  /** A frame of a phone, as it is to be shown. */
  sendSubject(frame: CaptureFrame, { id, name }: { readonly id: number; readonly name: string }): void {
    for (const sender of this.#senders) sender.sendSubject(id, name, frame);
  }

  close(): void {
    this.#stopRefresh();
    for (const sender of this.#senders) sender.close();
    this.#senders = [];
  }

  /** What stays as it was is sent to as before, from the same ports. */
  #follow(settings: SendingSettings): void {
    this.#settings = settings;
    const others = new Map(this.#senders.map((sender) => [JSON.stringify(sender.destination), sender]));
    const wanted = settings.destinations.filter(({ isOn }) => isOn);
    this.#senders = wanted.map((destination) => {
      const key = JSON.stringify(destination);
      const known = others.get(key);
      others.delete(key);
      return known ?? new Sender(destination, this.#clock);
    });
    for (const sender of others.values()) sender.close();
    this.#setBarriers();
    this.#stopRefresh();
    this.#stopRefresh = wanted.length > 0 ? this.#clock.every(REFRESH_SECONDS, () => this.#look()) : () => {};
  }

  #look(): void {
    for (const sender of this.#senders) sender.prune();
    this.#tell();
  }

  #setBarriers(): void {
    for (const sender of this.#senders) sender.barrier = ownPortProblem(sender.destination, this.#listening);
  }

  #known(): SendingSettings {
    return this.#settings ?? NOWHERE;
  }

  /** Where the library cannot be opened, of which the studio tells elsewhere, nothing is sent. */
  #read(): SendingSettings {
    try {
      return this.#options.keeper.read();
    } catch {
      return NOWHERE;
    }
  }

  #tell(): void {
    this.#options.onChange(this.view());
  }
}

const NOWHERE = sendingSettingsSchema.parse({});
