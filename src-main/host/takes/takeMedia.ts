import {
  decodePiece,
  type MediumState,
  type SoundFormat,
  type UploadedPiece,
} from '#shared/contract/index.ts';
import type { TakeWriter } from './takeWriter.ts';

/** What comes later than this after the last piece has been lost on its way, or its studio is gone. */
const LOST_AFTER_SECONDS = 1;
/** How far clocks, and sound cards, may be from what they say. */
const CLOCK_SECONDS = 0.1;
const RATE_SHARE = 1.02;
/** Far above what a camera's stream needs. */
const MAX_VIDEO_BYTES_PER_SECOND = 4 * 2 ** 20;
const SAMPLE_BYTES = 4;

type Kind = 'sound' | 'video';

/** One medium of a take, as a studio sends it. */
interface Incoming {
  /** Under which its pieces come. */
  readonly stream: number;
  /** Of sound, so that another studio can take over. */
  readonly format: SoundFormat | undefined;
  /** Its number in the take; undefined while its file is being made. */
  medium: number | undefined;
  bytes: number;
  /** When the last piece came, by the host's clock. */
  heardSeconds: number;
  /** When its newest piece was recorded, on the take's clock. */
  newestSeconds: number;
}

/** Sound and picture of the take that is recorded, each from one studio. Times are of the host's clock. */
export class TakeMedia {
  readonly #writer: TakeWriter;
  readonly #begunSeconds: number;
  readonly #incoming = new Map<Kind, Incoming>();

  constructor(writer: TakeWriter, begunSeconds: number) {
    this.#writer = writer;
    this.#begunSeconds = begunSeconds;
  }

  /**
   * Begins the take's sound, or goes on with it where its studio is gone.
   * @param stream a number that no other has
   * @returns under which stream it is to come; null while another studio sends
   * @throws `io`, `disk_full`
   */
  async addSound(format: SoundFormat, stream: number, nowSeconds: number): Promise<number | null> {
    const earlier = this.#incoming.get('sound');
    if (earlier) {
      const isSame =
        earlier.format?.sampleRate === format.sampleRate && earlier.format.channels === format.channels;
      return isSame && this.state('sound', nowSeconds) === 'lost' ? earlier.stream : null;
    }
    return this.#add('sound', stream, format, nowSeconds, () =>
      this.#writer.addAudio({ ...format, sampleFormat: 'float32' }),
    );
  }

  /** Begins the take's reference video; else as `addSound`, but a stream that has broken off has ended. */
  async addVideo(mimeType: string, stream: number, nowSeconds: number): Promise<number | null> {
    if (this.#incoming.has('video')) return null;
    return this.#add('video', stream, undefined, nowSeconds, () => this.#writer.addVideo(mimeType));
  }

  /** Records a piece. What is none, belongs to no stream of this take or cannot be true is passed over. */
  take(kind: Kind, content: Uint8Array, stream: number, nowSeconds: number): void {
    const incoming = this.#incoming.get(kind);
    const piece = decodePiece(content);
    if (incoming?.stream !== stream || incoming.medium === undefined || !piece) return;
    if (!this.#isPossible(incoming, piece, nowSeconds)) return;
    const seconds = Math.max(0, piece.hostSeconds - this.#begunSeconds);
    incoming.heardSeconds = nowSeconds;
    incoming.newestSeconds = seconds;
    incoming.bytes += piece.bytes.length;
    this.#writer.appendMedium(incoming.medium, piece.bytes, seconds);
  }

  state(kind: Kind, nowSeconds: number): MediumState {
    const incoming = this.#incoming.get(kind);
    if (!incoming) return 'none';
    return nowSeconds - incoming.heardSeconds > LOST_AFTER_SECONDS ? 'lost' : 'recorded';
  }

  async #add(
    kind: Kind,
    stream: number,
    format: SoundFormat | undefined,
    nowSeconds: number,
    begin: () => Promise<number>,
  ): Promise<number> {
    const incoming: Incoming = {
      stream,
      format,
      medium: undefined,
      bytes: 0,
      heardSeconds: nowSeconds,
      newestSeconds: 0,
    };
    this.#incoming.set(kind, incoming);
    try {
      incoming.medium = await begin();
    } catch (error) {
      this.#incoming.delete(kind);
      throw error;
    }
    return stream;
  }

  #isPossible({ format, bytes, newestSeconds }: Incoming, piece: UploadedPiece, nowSeconds: number): boolean {
    const seconds = piece.hostSeconds - this.#begunSeconds;
    const passedSeconds = nowSeconds - this.#begunSeconds;
    if (seconds < Math.max(0, newestSeconds) - CLOCK_SECONDS || seconds > passedSeconds + CLOCK_SECONDS) {
      return false;
    }
    const perSecond = format
      ? RATE_SHARE * format.sampleRate * format.channels * SAMPLE_BYTES
      : MAX_VIDEO_BYTES_PER_SECOND;
    if (bytes + piece.bytes.length > perSecond * (passedSeconds + LOST_AFTER_SECONDS)) return false;
    return !format || isSound(piece.bytes, format);
  }
}

/** Whether bytes are whole samples of numbers. */
function isSound(bytes: Uint8Array, { channels }: SoundFormat): boolean {
  if (bytes.length % (SAMPLE_BYTES * channels) !== 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length; at += SAMPLE_BYTES) {
    if (!Number.isFinite(view.getFloat32(at, true))) return false;
  }
  return true;
}
