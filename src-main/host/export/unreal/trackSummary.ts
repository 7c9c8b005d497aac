import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { MimesisError } from '#shared/contract/index.ts';
import {
  type TrackingFrame,
  type TrackingHeader,
  trackingFrameSchema,
  trackingHeaderSchema,
} from '#shared/formats/index.ts';

/** What a whole, valid track holds. */
export interface TrackSummary {
  readonly header: TrackingHeader;
  /** Frames in all, and those in which each channel was found. */
  readonly frames: { total: number; face: number; pose: number; left_hand: number; right_hand: number };
  /** Time of the last frame, from the first. */
  readonly lastSeconds: number;
}

/**
 * Reads a tracking file from end to end and checks every line.
 * Throws `MimesisError('damaged_track')` when it is torn, of another version, or not in order.
 */
export async function summariseTrack(path: string): Promise<TrackSummary> {
  let header: TrackingHeader | undefined;
  let lastSeconds = -1;
  const frames = { total: 0, face: 0, pose: 0, left_hand: 0, right_hand: 0 };
  try {
    await pipeline(createReadStream(path), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const line of linesOf(chunks)) {
        if (header === undefined) {
          header = trackingHeaderSchema.parse(JSON.parse(line));
          continue;
        }
        const frame = trackingFrameSchema.parse(JSON.parse(line));
        if (frame.t <= lastSeconds) throw new Error(`frame ${frame.index} is not later than the one before`);
        lastSeconds = frame.t;
        count(frame, frames);
      }
    });
    if (header === undefined) throw new Error('it has no header');
  } catch (cause) {
    throw new MimesisError('damaged_track', `The track is not a whole tracking file of format v2: ${path}.`, {
      remedy: 'Track the video again.',
      cause,
    });
  }
  return { header, frames, lastSeconds: Math.max(0, lastSeconds) };
}

function count({ face, pose, hands }: TrackingFrame, frames: TrackSummary['frames']): void {
  frames.total++;
  if (face !== null) frames.face++;
  if (pose !== null) frames.pose++;
  if (hands.left !== null) frames.left_hand++;
  if (hands.right !== null) frames.right_hand++;
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('the last line is not complete');
}
