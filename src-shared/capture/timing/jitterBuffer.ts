import { type CaptureFrame, copyCaptureFrame, createCaptureFrame } from '../captureFrame.ts';
import { ClockOffset } from './clockOffset.ts';

/** More than a sender makes in the longest delay; beyond it the oldest goes out early. */
const CAPACITY = 32;

/** What became of a frame: kept to be shown, come after one that was made later, or the same again. */
export type Arrival = 'kept' | 'late' | 'repeated';

interface Slot {
  readonly frame: CaptureFrame;
  /** When it is to be shown, by this computer's clock. */
  dueSeconds: number;
}

/**
 * Frames of one sender, in the order in which they were made. Each is shown a fixed delay after the moment at which it
 * would have come had nothing held it up, so that uneven arrival does not become uneven motion, and a frame that was
 * overtaken by no more than the delay finds its place. With a delay of 0 each is due as it arrives, and what was
 * overtaken is late.
 *
 * Frames of senders that give them no time are due as they arrive. Takes no memory after the first second.
 */
export class JitterBuffer {
  readonly #offset = new ClockOffset();
  readonly #spare: Slot[] = [];
  /** Those that wait, the first due last. */
  readonly #waiting: Slot[] = [];
  #newestShown = Number.NEGATIVE_INFINITY;
  #delaySeconds: number;

  constructor(delaySeconds: number) {
    this.#delaySeconds = delaySeconds;
  }

  /** Holds for frames to come; those that wait keep their time. */
  set delaySeconds(delaySeconds: number) {
    this.#delaySeconds = delaySeconds;
  }

  /** Seconds to add to the sender's time to have this computer's, the least delay on the way in it. */
  get clockOffsetSeconds(): number {
    return this.#offset.seconds;
  }

  /** When the next frame is due, by the clock of arrivals; infinite where none waits. */
  get dueSeconds(): number {
    return this.#waiting.at(-1)?.dueSeconds ?? Number.POSITIVE_INFINITY;
  }

  /** Takes a copy of a frame. Where the sender gives no time, `timeSeconds` is the time of arrival from here on. */
  push(frame: CaptureFrame, arrivalSeconds: number): Arrival {
    if (!frame.isTimed) frame.timeSeconds = arrivalSeconds;
    else if (this.#offset.observe(frame.timeSeconds, arrivalSeconds)) this.#begin();
    const time = frame.timeSeconds;
    if (time <= this.#newestShown) return time === this.#newestShown ? 'repeated' : 'late';
    let place = this.#waiting.length;
    while (place > 0 && (this.#waiting[place - 1]?.frame.timeSeconds ?? time) < time) place -= 1;
    if (this.#waiting[place - 1]?.frame.timeSeconds === time) return 'repeated';
    const slot = this.#spare.pop() ?? { frame: createCaptureFrame(), dueSeconds: 0 };
    copyCaptureFrame(frame, slot.frame);
    const punctual = frame.isTimed ? time + this.#offset.seconds + this.#delaySeconds : arrivalSeconds;
    slot.dueSeconds = this.#delaySeconds === 0 ? arrivalSeconds : punctual;
    this.#waiting.push(slot);
    this.#waiting.copyWithin(place + 1, place, this.#waiting.length - 1);
    this.#waiting[place] = slot;
    return 'kept';
  }

  /** Writes the next frame that is due. @returns false where none is; nothing is written then */
  pop(nowSeconds: number, into: CaptureFrame): boolean {
    const slot = this.#waiting.at(-1);
    if (!slot || (slot.dueSeconds > nowSeconds && this.#waiting.length < CAPACITY)) return false;
    this.#waiting.pop();
    this.#spare.push(slot);
    copyCaptureFrame(slot.frame, into);
    this.#newestShown = slot.frame.timeSeconds;
    return true;
  }

  /** The sender's clock is another one: nothing of before can be put in order with what comes. */
  #begin(): void {
    this.#spare.push(...this.#waiting.splice(0));
    this.#newestShown = Number.NEGATIVE_INFINITY;
  }
}
