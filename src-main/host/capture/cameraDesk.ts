import { randomInt } from 'node:crypto';
import { type CaptureFrame, createCaptureFrame, decodeFrameMessage } from '#shared/capture/index.ts';
import type { CameraModels, RequestResult } from '#shared/contract/index.ts';
import { locateModel, type ModelName } from '../models/index.ts';

/** A name is free again once nothing has come under it for so long. */
const SILENT_SECONDS = 1;
/** Far more cameras than a studio has: what pages leave behind when they are closed stays small. */
const MAX_CAMERAS = 32;

export interface CameraDeskOptions {
  /** The path under which the host serves a file. */
  readonly offer: (file: string) => string;
  readonly now: () => number;
  /** A camera's frame. It is filled anew for the next one. */
  readonly onFrame: (frame: CaptureFrame, stream: number) => void;
}

interface Camera {
  readonly name: string;
  /** What it is called beside others of that name, while it is heard. */
  subject: string;
  heardSeconds: number;
}

/** Cameras whose pictures studios track themselves: only what is found in them comes here. */
export class CameraDesk {
  readonly #options: CameraDeskOptions;
  readonly #cameras = new Map<number, Camera>();
  readonly #frame = createCaptureFrame();

  constructor(options: CameraDeskOptions) {
    this.#options = options;
  }

  /** Gives a camera a stream, and its studio the models, each hash-checked. */
  async open(name: string): Promise<RequestResult<'camera.open'>> {
    const models = await this.#models();
    if (this.#cameras.size === MAX_CAMERAS) this.#forgetLongestSilent();
    // Not counted from 0: a page that has not yet heard of a new host must not speak for another page's camera.
    let stream: number;
    do stream = randomInt(0x1_0000_0000);
    while (this.#cameras.has(stream));
    this.#cameras.set(stream, { name, subject: name, heardSeconds: Number.NEGATIVE_INFINITY });
    return { stream, models };
  }

  close(stream: number): Record<string, never> {
    this.#cameras.delete(stream);
    return {};
  }

  /** Takes a frame (`frameMessage.ts`); one of no camera, or that cannot be read, is passed over. */
  take(message: Uint8Array, stream: number): void {
    const camera = this.#cameras.get(stream);
    if (!camera || decodeFrameMessage(message, this.#frame) === undefined) return;
    const now = this.#options.now();
    if (now - camera.heardSeconds > SILENT_SECONDS) camera.subject = this.#freeName(camera.name, now);
    camera.heardSeconds = now;
    this.#frame.subject = camera.subject;
    this.#options.onFrame(this.#frame, stream);
  }

  async #models(): Promise<CameraModels> {
    const [face, hands, bodyLite, bodyFull] = await Promise.all([
      this.#model('face_landmarker'),
      this.#model('hand_landmarker'),
      this.#model('pose_landmarker_lite'),
      this.#model('pose_landmarker_full'),
    ]);
    return { face, hands, bodyLite, bodyFull };
  }

  async #model(name: ModelName): Promise<string | null> {
    const model = await locateModel(name);
    return model.kind === 'found' ? this.#options.offer(model.path) : null;
  }

  /** The same camera has the same name at the next start; a second one of that kind has a number behind it. */
  #freeName(name: string, now: number): string {
    const taken = new Set<string>();
    for (const { subject, heardSeconds } of this.#cameras.values()) {
      if (now - heardSeconds <= SILENT_SECONDS) taken.add(subject);
    }
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
    return free;
  }

  #forgetLongestSilent(): void {
    let silent: number | undefined;
    let since = Number.POSITIVE_INFINITY;
    for (const [stream, { heardSeconds }] of this.#cameras) {
      if (heardSeconds >= since) continue;
      since = heardSeconds;
      silent = stream;
    }
    if (silent !== undefined) this.#cameras.delete(silent);
  }
}
