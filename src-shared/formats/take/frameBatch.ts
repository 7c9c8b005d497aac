import { JOINTS } from '../../body/index.ts';
import { CAPTURE_CHANNELS, type CaptureFrame } from '../../capture/index.ts';
import { sealChunk } from './chunkWriter.ts';
import {
  FRAME_FLAGS,
  FRAME_HEAD_BYTES,
  FRAMES_HEAD_BYTES,
  positionsOf,
  ROTATION_LENGTH,
  rowLengths,
} from './frameLayout.ts';
import { CHUNK_FRAME_BYTES, CHUNK_HEAD_BYTES, CHUNK_TYPES, viewOf } from './layout.ts';
import type { TakeSubject } from './records.ts';

/** More than a phone sends between two writes to the disk. */
const MAX_FRAMES = 64;

const JOINT_NAMES = JOINTS.map((joint) => joint.name);

/** Gathers a subject's frames and makes a chunk of them. Its memory is laid out once. */
export class FrameBatch {
  readonly #face: Int32Array | undefined;
  readonly #joints: Int32Array | undefined;
  readonly #hasHeadPosition: boolean;
  readonly #buffer: Uint8Array;
  readonly #view: DataView;
  /** The same memory: every computer that the studio runs on is little-endian, and rows lie at multiples of 4. */
  readonly #numbers: Float32Array;
  #at = CHUNK_HEAD_BYTES + FRAMES_HEAD_BYTES;
  #frames = 0;

  constructor(subject: TakeSubject) {
    this.#face = subject.face ? positionsOf(subject.face.channels, CAPTURE_CHANNELS) : undefined;
    this.#joints = subject.body ? positionsOf(subject.body.joints, JOINT_NAMES) : undefined;
    this.#hasHeadPosition = subject.hasHeadPosition;
    const { frameBytes } = rowLengths(subject);
    this.#buffer = new Uint8Array(CHUNK_FRAME_BYTES + FRAMES_HEAD_BYTES + MAX_FRAMES * frameBytes);
    this.#view = viewOf(this.#buffer);
    this.#numbers = new Float32Array(this.#buffer.buffer);
    this.#view.setUint16(CHUNK_HEAD_BYTES, subject.number, true);
    this.#view.setUint32(CHUNK_HEAD_BYTES + 4, frameBytes, true);
  }

  get frames(): number {
    return this.#frames;
  }

  get isFull(): boolean {
    return this.#frames === MAX_FRAMES;
  }

  /**
   * Adds a frame to a batch that is not full. What the frame says was not found is written as 0, not as what an earlier
   * frame left there.
   * @param arrivalSeconds on the take's clock
   */
  add(frame: CaptureFrame, arrivalSeconds: number): void {
    const view = this.#view;
    let at = this.#at;
    view.setFloat64(at, frame.isTimed ? frame.timeSeconds : 0, true);
    view.setFloat64(at + 8, arrivalSeconds, true);
    view.setUint32(at + 16, flagsOf(frame), true);
    at += FRAME_HEAD_BYTES;
    if (this.#face) at = this.#put(at, frame.channels, this.#face, 1, frame.faceFound);
    if (this.#hasHeadPosition) {
      at = this.#putAll(at, frame.headPosition, frame.hasHeadPosition);
    }
    if (this.#joints) {
      at = this.#putAll(at, frame.body.pelvis, frame.bodyFound);
      at = this.#put(at, frame.body.rotations, this.#joints, ROTATION_LENGTH, frame.bodyFound);
    }
    this.#at = at;
    this.#frames++;
  }

  /**
   * The chunk of what was gathered, and room for the next. It is valid until the next frame is added.
   * @param sequence the chunk's number in the file
   */
  seal(sequence: number): Uint8Array {
    const payloadBytes = this.#at - CHUNK_HEAD_BYTES;
    const bytes = sealChunk(this.#buffer, this.#view, CHUNK_TYPES.frames, sequence, payloadBytes);
    this.#at = CHUNK_HEAD_BYTES + FRAMES_HEAD_BYTES;
    this.#frames = 0;
    return this.#buffer.subarray(0, bytes);
  }

  #put(at: number, values: Float32Array, rows: Int32Array, stride: number, isFound: boolean): number {
    const start = at / 4;
    const end = start + stride * rows.length;
    if (!isFound) {
      this.#numbers.fill(0, start, end);
      return 4 * end;
    }
    for (let row = 0, to = start; row < rows.length; row++) {
      const from = stride * (rows[row] ?? 0);
      for (let i = 0; i < stride; i++) this.#numbers[to++] = values[from + i] ?? 0;
    }
    return 4 * end;
  }

  #putAll(at: number, values: Float32Array, isFound: boolean): number {
    if (isFound) this.#numbers.set(values, at / 4);
    else this.#numbers.fill(0, at / 4, at / 4 + values.length);
    return at + 4 * values.length;
  }
}

function flagsOf({ faceFound, bodyFound, hasHeadPosition, isTimed }: CaptureFrame): number {
  return (
    (faceFound ? FRAME_FLAGS.faceFound : 0) |
    (bodyFound ? FRAME_FLAGS.bodyFound : 0) |
    (hasHeadPosition ? FRAME_FLAGS.hasHeadPosition : 0) |
    (isTimed ? FRAME_FLAGS.isTimed : 0)
  );
}
