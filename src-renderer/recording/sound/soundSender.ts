import type { SoundFormat } from '#shared/contract/index.ts';
import type { SoundBlock } from './blockMaker.ts';

/** Kept while the host has not yet said where a take's sound goes, so that it begins with the take. */
const KEPT_BLOCKS = 50;

/** Sends sound to the host: of a take from its beginning. */
export class SoundSender {
  readonly #send: (stream: number, block: SoundBlock) => void;
  #kept: SoundBlock[] = [];
  #stream: number | undefined;

  constructor(send: (stream: number, block: SoundBlock) => void) {
    this.#send = send;
  }

  get isSending(): boolean {
    return this.#stream !== undefined;
  }

  /** @param hostSeconds when the take has begun: what was recorded before is not sent */
  begin(stream: number, hostSeconds: number, { sampleRate, channels }: SoundFormat): void {
    this.#stream = stream;
    for (const block of this.#kept) {
      const early = Math.max(0, Math.ceil((hostSeconds - block.hostSeconds) * sampleRate));
      const samples = block.samples.slice(early * channels);
      if (samples.length > 0) {
        this.#send(stream, { hostSeconds: block.hostSeconds + early / sampleRate, samples });
      }
    }
    this.#kept = [];
  }

  take(block: SoundBlock): void {
    if (this.#stream !== undefined) {
      this.#send(this.#stream, block);
      return;
    }
    this.#kept.push(block);
    if (this.#kept.length > KEPT_BLOCKS) this.#kept.shift();
  }

  /** The take has ended: from now on sound is kept for the next. */
  end(): void {
    this.#stream = undefined;
  }

  /** The microphone is closed. */
  forget(): void {
    this.end();
    this.#kept = [];
  }
}
