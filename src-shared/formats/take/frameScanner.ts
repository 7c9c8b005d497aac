import { CAPTURE_CHANNEL_COUNT } from '../../capture/index.ts';
import { type Chunk, ChunkReader } from './chunkReader.ts';
import { BODY_ROW_LENGTH, FrameColumnsBuilder } from './frameColumns.ts';
import { FRAME_FLAGS, FRAMES_HEAD_BYTES } from './frameLayout.ts';
import { decodeJsonPayload } from './jsonChunk.ts';
import { CHUNK_TYPES, viewOf } from './layout.ts';
import type { TakeSubject } from './records.ts';

/** A frame as it was recorded. Arrays are valid until the next one. */
export interface ScannedFrame {
  /** Its number in the take. */
  readonly subject: number;
  /** On the take's clock. */
  readonly arrivalSeconds: number;
  /** A row of `CAPTURE_CHANNELS`; undefined where no face was seen. */
  readonly channels: Float32Array | undefined;
  /** Pelvis and rotations; undefined where no body was seen. */
  readonly body: Float32Array | undefined;
}

/**
 * Goes through the frames of a take in the order in which they were recorded, in pieces of bytes of any size: for what
 * needs them all once, and neither their order nor memory for a whole take.
 */
export class TakeFrameScanner {
  readonly #visitor: { frame(frame: ScannedFrame): void };
  readonly #subjects = new Map<number, TakeSubject>();
  readonly #chunks: ChunkReader;

  constructor(visitor: { frame(frame: ScannedFrame): void }) {
    this.#visitor = visitor;
    this.#chunks = new ChunkReader({ chunk: (chunk) => this.#chunk(chunk), damage: () => {} });
  }

  /** Throws `invalid_take` for a file of a newer version. */
  push(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
  }

  finish(): void {
    this.#chunks.finish();
  }

  #chunk({ type, payload }: Chunk): void {
    if (type === CHUNK_TYPES.subject) {
      const subject = decodeJsonPayload('subject', payload);
      if (subject && !this.#subjects.has(subject.number)) this.#subjects.set(subject.number, subject);
    }
    if (type === CHUNK_TYPES.frames && payload.length >= FRAMES_HEAD_BYTES) this.#frames(payload);
  }

  #frames(payload: Uint8Array): void {
    const subject = this.#subjects.get(viewOf(payload).getUint16(0, true));
    if (!subject) return;
    const builder = new FrameColumnsBuilder(subject, true);
    builder.add(payload);
    const { flags, arrivalTimes, channels, bodies } = builder.finish();
    for (const [i, flag] of flags.entries()) {
      const hasFace = subject.face !== null && (flag & FRAME_FLAGS.faceFound) !== 0;
      const hasBody = subject.body !== null && (flag & FRAME_FLAGS.bodyFound) !== 0;
      this.#visitor.frame({
        subject: subject.number,
        arrivalSeconds: arrivalTimes[i] ?? 0,
        channels: hasFace ? rowOf(channels, i, CAPTURE_CHANNEL_COUNT) : undefined,
        body: hasBody ? rowOf(bodies, i, BODY_ROW_LENGTH) : undefined,
      });
    }
  }
}

const rowOf = (values: Float32Array, index: number, length: number): Float32Array =>
  values.subarray(index * length, (index + 1) * length);
