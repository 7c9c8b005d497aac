import type { PhoneAnswer, PhoneCommand } from '#shared/capture/index.ts';
import type { ErrorInfo, PhoneRemote, RemoteView, TakeSlate, ThermalState } from '#shared/contract/index.ts';

/** Without an answer for so long, a phone is silent: two of three questions may be lost on the way. */
const SILENT_SECONDS = 16;
/** A command to record is sent so often, a second apart, until the phone confirms it. */
const RECORD_ATTEMPTS = 3;

/** A phone with Live Link Face that is controlled from here: what it is told, and what it has said. */
export class Remote {
  readonly phone: PhoneRemote;
  readonly #send: (command: PhoneCommand) => void;
  readonly #begunSeconds: number;
  #lastAnswerSeconds: number | undefined;
  #isInBackground = false;
  #battery: number | null = null;
  #heat: ThermalState | null = null;
  #isRecording = false;
  /** What it shall record; undefined for nothing. */
  #wanted: TakeSlate | undefined;
  /** Whether it was told to, and has not confirmed it yet. */
  #isPending = false;
  #attemptsLeft = 0;
  /** Why nothing can be sent to it. */
  problem: ErrorInfo | null = null;

  /** @param send sends a command to the phone */
  constructor(phone: PhoneRemote, nowSeconds: number, send: (command: PhoneCommand) => void) {
    this.phone = phone;
    this.#begunSeconds = nowSeconds;
    this.#send = send;
  }

  /** Asks how it is. The answers come to `address` and `port`, which a phone that was begun anew does not know. */
  ask(address: string, port: number): void {
    this.#send({ command: 'setAnswerTarget', address, port });
    this.#send({ command: 'askBattery' });
    this.#send({ command: 'askThermals' });
  }

  /** Lets it record a take, or nothing any more. */
  record(take: TakeSlate | undefined): void {
    if (take?.slate === this.#wanted?.slate && take?.takeNumber === this.#wanted?.takeNumber) return;
    this.#wanted = take;
    this.#isPending = true;
    this.#attemptsLeft = RECORD_ATTEMPTS;
    this.insist();
  }

  /** Repeats a command to record that it has not confirmed. To be called each second. */
  insist(): void {
    if (!this.#isPending || this.#attemptsLeft === 0) return;
    this.#attemptsLeft -= 1;
    if (this.#wanted) {
      const { slate, takeNumber } = this.#wanted;
      this.#send({ command: 'startRecording', slate, take: takeNumber });
    } else this.#send({ command: 'stopRecording' });
  }

  /** Takes note of what it says. */
  hear(answer: PhoneAnswer, nowSeconds: number): void {
    this.#lastAnswerSeconds = nowSeconds;
    this.#isInBackground = answer.answer === 'appDeactivated';
    switch (answer.answer) {
      case 'battery':
        this.#battery = answer.level;
        break;
      case 'thermals':
        this.#heat = answer.state;
        break;
      case 'recordingStarted':
        this.#confirm(true);
        break;
      case 'recordingStopped':
        this.#confirm(false);
        break;
      default:
    }
  }

  answers(nowSeconds: number): boolean {
    return this.#status(nowSeconds) === 'answers';
  }

  view(nowSeconds: number): RemoteView {
    const { address, port } = this.phone;
    return {
      address,
      port,
      status: this.#status(nowSeconds),
      battery: this.#battery,
      heat: this.#heat,
      isRecording: this.#isRecording,
      problem: this.problem ?? this.#undone,
    };
  }

  #confirm(isRecording: boolean): void {
    this.#isRecording = isRecording;
    if (isRecording === (this.#wanted !== undefined)) this.#isPending = false;
  }

  get #undone(): ErrorInfo | null {
    if (!this.#isPending || this.#attemptsLeft > 0) return null;
    const message = this.#wanted
      ? `The phone at ${this.phone.address} has not confirmed that it records.`
      : `The phone at ${this.phone.address} has not confirmed that it has stopped recording.`;
    return { kind: 'host_unreachable', message, remedy: 'Look at the phone.' };
  }

  #status(nowSeconds: number): RemoteView['status'] {
    if (nowSeconds - (this.#lastAnswerSeconds ?? this.#begunSeconds) >= SILENT_SECONDS) return 'silent';
    if (this.#lastAnswerSeconds === undefined) return 'asked';
    return this.#isInBackground ? 'background' : 'answers';
  }
}
