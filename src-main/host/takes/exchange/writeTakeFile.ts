import { type FileHandle, open } from 'node:fs/promises';
import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  encodeChunk,
  encodeJsonChunk,
  encodePieces,
  FrameBatch,
  type TakeHeader,
  type TakeMedium,
  type TakeSubject,
  takeFileHead,
} from '#shared/formats/index.ts';

/** Sound or picture that lies beside the take, whole. */
export interface WholeMedium {
  readonly description: TakeMedium;
  /** When its first sample or picture was recorded, on the take's clock. */
  readonly startSeconds: number;
  /** Where its content begins in its file, and how much it is. */
  readonly fromByte: number;
  readonly bytes: number;
}

export interface TakeContent {
  readonly header: TakeHeader;
  readonly media: readonly WholeMedium[];
  readonly subject: TakeSubject;
  /** Each with when it arrived, on the take's clock, never going back. */
  readonly frames: AsyncIterable<{ frame: CaptureFrame; arrivalSeconds: number }>;
}

/** Writes a whole take, as fast as the disk takes it, and syncs it. Throws what the frames throw, and the system's errors. */
export async function writeTakeFile(path: string, content: TakeContent): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await writeChunks(file, content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeChunks(file: FileHandle, { header, media, subject, frames }: TakeContent): Promise<void> {
  let sequence = 0;
  const write = async (encode: (sequence: number) => Uint8Array): Promise<void> => {
    await file.writeFile(encode(sequence++));
  };
  await file.writeFile(takeFileHead());
  await write((at) => encodeJsonChunk('header', at, header));
  for (const { description, startSeconds, fromByte, bytes } of media) {
    await write((at) => encodeJsonChunk('medium', at, description));
    const pieces = encodePieces(description.number, [{ timeSeconds: startSeconds, fromByte, bytes }]);
    await write((at) => encodeChunk('pieces', at, pieces));
  }
  await write((at) => encodeJsonChunk('subject', at, subject));
  const batch = new FrameBatch(subject);
  let count = 0;
  let durationSeconds = 0;
  for await (const { frame, arrivalSeconds } of frames) {
    batch.add(frame, arrivalSeconds);
    count += 1;
    durationSeconds = arrivalSeconds;
    if (batch.isFull) await write((at) => batch.seal(at));
  }
  if (batch.frames > 0) await write((at) => batch.seal(at));
  const end = { reason: 'stopped', message: '', durationSeconds, frames: count } as const;
  await write((at) => encodeJsonChunk('end', at, end));
}
