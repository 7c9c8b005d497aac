import { MAX_PIECE_BYTES } from '#shared/contract/index.ts';

/** How much sound goes to the host at a time: as often as the host writes. */
const BLOCK_SECONDS = 0.04;
const SAMPLE_BYTES = 4;

/** Some sound: samples of all channels beside each other, in the order in which they were recorded. */
export interface SoundBlock {
  /** When the first sample was recorded, on the host's clock. */
  readonly hostSeconds: number;
  readonly samples: Float32Array<ArrayBuffer>;
}

/** Gathers chunks of sound into blocks. */
export class BlockMaker {
  readonly channels: number;
  readonly #samples: Float32Array<ArrayBuffer>;
  readonly #onBlock: (block: SoundBlock) => void;
  readonly #sampleRate: number;
  #count = 0;
  #hostSeconds = 0;

  constructor(sampleRate: number, channels: number, onBlock: (block: SoundBlock) => void) {
    this.channels = channels;
    this.#sampleRate = sampleRate;
    this.#onBlock = onBlock;
    const most = Math.floor(MAX_PIECE_BYTES / (SAMPLE_BYTES * channels));
    this.#samples = new Float32Array(channels * Math.min(most, Math.round(BLOCK_SECONDS * sampleRate)));
  }

  /**
   * @param planes the samples of each channel
   * @param count samples of each that count
   * @param hostSeconds when the first of them was recorded
   */
  add(planes: readonly Float32Array[], count: number, hostSeconds: number): void {
    for (let i = 0; i < count; i++) {
      if (this.#count === 0) this.#hostSeconds = hostSeconds + i / this.#sampleRate;
      for (const plane of planes) this.#samples[this.#count++] = plane[i] ?? 0;
      if (this.#count === this.#samples.length) this.flush();
    }
  }

  /** Gives what was gathered, though it is no whole block. */
  flush(): void {
    if (this.#count === 0) return;
    const samples = this.#samples.slice(0, this.#count);
    this.#count = 0;
    this.#onBlock({ hostSeconds: this.#hostSeconds, samples });
  }
}
