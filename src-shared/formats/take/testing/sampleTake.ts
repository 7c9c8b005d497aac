import { JOINTS } from '../../../body/index.ts';
import { CAPTURE_CHANNELS, type CaptureFrame, createCaptureFrame } from '../../../capture/index.ts';
import { encodeChunk, takeFileHead } from '../chunkWriter.ts';
import { FrameBatch } from '../frameBatch.ts';
import { encodeJsonChunk, type JsonRecords } from '../jsonChunk.ts';
import { encodePieces, type MediumPiece } from '../pieces.ts';
import type { TakeHeader, TakeSubject } from '../records.ts';

export const sampleHeader: TakeHeader = {
  takeId: '3f0c1b52-7d44-4f3e-9a60-52f5d5f0a001',
  slate: 'Monolog',
  takeNumber: 7,
  startedAt: '2026-03-01T09:30:00.000Z',
  startedAtHostSeconds: 1234.5,
  appVersion: '0.1.0',
};

/** A phone with all channels of the face, and nothing else. */
export function sampleSubject(about: Partial<TakeSubject> = {}): TakeSubject {
  return {
    number: 0,
    protocol: 'llf',
    deviceId: 'F5D5A0C4-6B0E-4E0A-9B5C-2B1B0E2B7A11',
    subject: 'Ada',
    frameRate: 60,
    face: { channels: [...CAPTURE_CHANNELS] },
    hasHeadPosition: false,
    body: null,
    calibration: null,
    ...about,
  };
}

export const wholeBody = { joints: JOINTS.map((joint) => joint.name) };

/** A frame in which all is found, every number different from frame to frame. */
export function sampleFrame(index: number, timeSeconds: number): CaptureFrame {
  const frame = Object.assign(createCaptureFrame(), {
    isTimed: true,
    timeSeconds,
    frameRate: 60,
    faceFound: true,
    hasHeadPosition: true,
    bodyFound: true,
  });
  const fill = (values: Float32Array, from: number): void => {
    for (let i = 0; i < values.length; i++) values[i] = Math.sin(from + i + index);
  };
  fill(frame.channels, 0);
  fill(frame.headPosition, 100);
  fill(frame.body.pelvis, 200);
  fill(frame.body.rotations, 300);
  return frame;
}

/** Writes the bytes of a take, chunk by chunk. */
export class TakeBytes {
  readonly #chunks: Uint8Array[] = [takeFileHead()];
  #sequence = 0;

  json<Kind extends keyof JsonRecords>(kind: Kind, record: JsonRecords[Kind]): this {
    return this.chunk(encodeJsonChunk(kind, this.#sequence, record));
  }

  frames(subject: TakeSubject, frames: readonly { frame: CaptureFrame; arrival: number }[]): this {
    const batch = new FrameBatch(subject);
    for (const { frame, arrival } of frames) batch.add(frame, arrival);
    return this.chunk(batch.seal(this.#sequence));
  }

  pieces(medium: number, pieces: readonly MediumPiece[]): this {
    return this.chunk(encodeChunk('pieces', this.#sequence, encodePieces(medium, pieces)));
  }

  chunk(bytes: Uint8Array): this {
    this.#chunks.push(bytes);
    this.#sequence++;
    return this;
  }

  /** Where each chunk ends; the file's head is the first. */
  get ends(): number[] {
    let end = 0;
    return this.#chunks.map(({ length }) => (end += length));
  }

  get bytes(): Uint8Array {
    const bytes = new Uint8Array(this.ends.at(-1) ?? 0);
    for (const [i, chunk] of this.#chunks.entries()) bytes.set(chunk, this.ends[i - 1] ?? 0);
    return bytes;
  }
}

/** A short take of two people with everything in it. */
export function sampleTake(): TakeBytes {
  const ada = sampleSubject();
  const grace = sampleSubject({
    number: 1,
    subject: 'Grace',
    protocol: 'vmc',
    face: { channels: ['jawOpen', 'headYaw'] },
    hasHeadPosition: true,
    body: wholeBody,
    calibration: {
      neutral: { jawOpen: 0.1 },
      neutralHeadPosition: [0, 0, 0.4],
      gain: { mouthSmileLeft: 1.2 },
      deadZone: {},
      isMirrored: true,
    },
  });
  const take = new TakeBytes().json('header', sampleHeader).json('subject', ada).json('subject', grace);
  take.json('medium', {
    kind: 'audio',
    number: 0,
    file: 'audio.wav',
    sampleRate: 48_000,
    channels: 1,
    sampleFormat: 'int16',
  });
  for (let i = 0; i < 6; i += 2) {
    const frames = [i, i + 1].map((index) => ({
      frame: sampleFrame(index, 500 + index / 60),
      arrival: index / 60,
    }));
    take.frames(ada, frames).frames(grace, frames);
    take.pieces(0, [{ timeSeconds: i / 60, fromByte: 44 + i * 1600, bytes: 3200 }]);
  }
  return take
    .json('marker', { timeSeconds: 0.05, name: 'Smile', colour: '#ffcc00' })
    .json('gap', { subject: 1, fromSeconds: 0.09, toSeconds: 0.4 })
    .json('end', { reason: 'stopped', message: '', durationSeconds: 0.4, frames: 12 });
}
