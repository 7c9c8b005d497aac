import type { CaptureFrame } from '../captureFrame.ts';
import type { OscMessage } from '../osc/message.ts';
import { createWeights, fillBlendshapes } from './face.ts';
import { boneIndex, HUMAN_BONES } from './humanBones.ts';
import { VmcSkeleton } from './skeleton.ts';

/** Frames without a weight, or without a bone, after which there is no face, or no body; packets may be lost. */
const LONGEST_PAUSE = 10;
/** A clock that goes back by more, in seconds, is that of a sender that began anew; by less, of packets out of order. */
const CLOCK_JUMP = 1;
/** In seconds, 18 hours: from here on a float cannot tell two frames apart (its steps are 1/128 s and more). */
const LATEST_TIME = 65_536;
const NECK = boneIndex('Neck');
const HEAD = boneIndex('Head');

/** All that a VMC sender has told so far. */
export class VmcPerformer {
  readonly #skeleton = new VmcSkeleton();
  readonly #weights = createWeights();
  readonly #isKnown = new Uint8Array(HUMAN_BONES.length);
  #knownBones = 0;
  #framesSinceFace = LONGEST_PAUSE;
  #framesSinceHead = LONGEST_PAUSE;
  #framesSinceBody = LONGEST_PAUSE;
  #timeSeconds = 0;
  #isTimed = false;

  /** How many different bones have been told. */
  get knownBones(): number {
    return this.#knownBones;
  }

  setTime(timeSeconds: number): void {
    if (timeSeconds < this.#timeSeconds - CLOCK_JUMP) this.reset();
    this.#timeSeconds = timeSeconds;
    this.#isTimed = timeSeconds < LATEST_TIME;
  }

  setRoot(message: OscMessage): void {
    this.#skeleton.setRoot(message);
  }

  setBone(bone: number, message: OscMessage): void {
    this.#skeleton.setBone(bone, message);
    if (this.#isKnown[bone] === 0) this.#knownBones += 1;
    this.#isKnown[bone] = 1;
    if (bone === NECK || bone === HEAD) this.#framesSinceHead = 0;
    else this.#framesSinceBody = 0;
  }

  setEye(eye: number, message: OscMessage): void {
    this.#skeleton.setEye(eye, message);
  }

  setWeight(blend: number, weight: number): void {
    this.#weights[blend] = weight;
    this.#framesSinceFace = 0;
  }

  /** Forgets everything. */
  reset(): void {
    this.#skeleton.rest();
    this.#weights.fill(0);
    this.#isKnown.fill(0);
    this.#knownBones = 0;
    this.#framesSinceFace = LONGEST_PAUSE;
    this.#framesSinceHead = LONGEST_PAUSE;
    this.#framesSinceBody = LONGEST_PAUSE;
    this.#timeSeconds = 0;
    this.#isTimed = false;
  }

  /** Fills in a frame, every field of it, and goes on to the next. Returns whether anybody is seen. */
  endFrame(frame: CaptureFrame): boolean {
    fillNobody(frame);
    frame.isTimed = this.#isTimed;
    frame.timeSeconds = this.#timeSeconds;
    frame.frameRate = 0;
    frame.faceFound = this.#framesSinceFace < LONGEST_PAUSE;
    // Head and neck alone come with most faces; they are a body only where there is nothing else.
    frame.bodyFound =
      this.#framesSinceBody < LONGEST_PAUSE || (!frame.faceFound && this.#framesSinceHead < LONGEST_PAUSE);
    fillBlendshapes(this.#weights, frame);
    this.#skeleton.fill(frame);
    this.#isTimed = false;
    this.#framesSinceFace = Math.min(LONGEST_PAUSE, this.#framesSinceFace + 1);
    this.#framesSinceHead = Math.min(LONGEST_PAUSE, this.#framesSinceHead + 1);
    this.#framesSinceBody = Math.min(LONGEST_PAUSE, this.#framesSinceBody + 1);
    return frame.faceFound || frame.bodyFound;
  }
}

/** The protocol has no names: who sends is told by the address alone. */
export function fillNobody(frame: CaptureFrame): void {
  frame.deviceId = '';
  frame.subject = '';
  frame.faceFound = false;
  frame.bodyFound = false;
  frame.hasHeadPosition = false;
}
