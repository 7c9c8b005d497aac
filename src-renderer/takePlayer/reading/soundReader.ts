/** What is drawn of sound, and where its samples lie. */
export interface Sound {
  /** Least and greatest of each hundredth of a second, -1..1, one pair after another. */
  readonly peaks: Float32Array<ArrayBuffer>;
  /** Where the samples begin in the file. */
  readonly dataByte: number;
  readonly bytesPerSecond: number;
  readonly fileBytes: number;
}

export const PEAKS_PER_SECOND = 100;

/** RIFF WAVE: Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft 1991. */
const RIFF_HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const FORMAT_BYTES = 16;
const TAGS = { pcm: 1, float: 3 } as const;
/** A head that is longer is none of a recording. */
const MAX_HEAD_BYTES = 1 << 20;

interface Layout {
  readonly dataByte: number;
  readonly blockBytes: number;
  readonly bytesPerSecond: number;
  readonly isFloat: boolean;
}

/** Reads the first channel of a WAV file, of 16-bit or 32-bit float samples, in pieces of any size. */
export class SoundReader {
  #held: Uint8Array = new Uint8Array(0);
  #layout: Layout | undefined;
  #peaks = new Float32Array(2 * 60 * PEAKS_PER_SECOND);
  #samples = 0;
  #bytes = 0;

  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    const all = new Uint8Array(this.#held.length + bytes.length);
    all.set(this.#held);
    all.set(bytes, this.#held.length);
    this.#held = all;
    if (!this.#layout) {
      this.#layout = layoutOf(all);
      if (!this.#layout) {
        if (all.length > MAX_HEAD_BYTES) this.#held = new Uint8Array(0);
        return;
      }
      this.#held = all.subarray(this.#layout.dataByte);
    }
    this.#read(this.#layout);
  }

  /** Undefined for what is no such file. */
  finish(): Sound | undefined {
    const layout = this.#layout;
    if (!layout) return undefined;
    const { dataByte, bytesPerSecond, blockBytes } = layout;
    const length = Math.ceil((this.#samples * blockBytes * PEAKS_PER_SECOND) / bytesPerSecond);
    return { peaks: this.#peaks.slice(0, 2 * length), dataByte, bytesPerSecond, fileBytes: this.#bytes };
  }

  #read({ blockBytes, bytesPerSecond, isFloat }: Layout): void {
    const held = this.#held;
    const view = new DataView(held.buffer, held.byteOffset, held.byteLength);
    const blocks = Math.floor(held.length / blockBytes);
    const blocksPerPeak = bytesPerSecond / blockBytes / PEAKS_PER_SECOND;
    this.#reserve(2 * (Math.floor((this.#samples + blocks) / blocksPerPeak) + 1));
    for (let block = 0; block < blocks; block++) {
      const at = block * blockBytes;
      const value = isFloat ? view.getFloat32(at, true) : view.getInt16(at, true) / 0x8000;
      const peak = 2 * Math.floor(this.#samples / blocksPerPeak);
      if (value < (this.#peaks[peak] ?? 0)) this.#peaks[peak] = value;
      if (value > (this.#peaks[peak + 1] ?? 0)) this.#peaks[peak + 1] = value;
      this.#samples++;
    }
    this.#held = held.slice(blocks * blockBytes);
  }

  #reserve(length: number): void {
    if (length <= this.#peaks.length) return;
    const larger = new Float32Array(Math.max(length, 2 * this.#peaks.length));
    larger.set(this.#peaks);
    this.#peaks = larger;
  }
}

/** Undefined while too little of the file is there, and for other kinds of files. */
function layoutOf(bytes: Uint8Array): Layout | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: Omit<Layout, 'dataByte'> | undefined;
  for (let at = RIFF_HEAD_BYTES; at + CHUNK_HEAD_BYTES <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const content = at + CHUNK_HEAD_BYTES;
    if (name === 'data') return format && { ...format, dataByte: content };
    if (name === 'fmt ') {
      if (content + FORMAT_BYTES > bytes.length) return undefined;
      format = formatAt(view, content);
    }
    at = content + length + (length % 2);
  }
  return undefined;
}

function formatAt(view: DataView, at: number): Omit<Layout, 'dataByte'> | undefined {
  const tag = view.getUint16(at, true);
  const bytesPerSecond = view.getUint32(at + 8, true);
  const blockBytes = view.getUint16(at + 12, true);
  const bits = view.getUint16(at + 14, true);
  const isKnown = (tag === TAGS.pcm && bits === 16) || (tag === TAGS.float && bits === 32);
  return isKnown && blockBytes > 0 && bytesPerSecond >= PEAKS_PER_SECOND * blockBytes
    ? { blockBytes, bytesPerSecond, isFloat: tag === TAGS.float }
    : undefined;
}
