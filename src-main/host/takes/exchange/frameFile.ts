import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  type CaptureFrame,
  createCaptureFrame,
  createCaptureLineReader,
  createLiveLinkFaceCsvReader,
} from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError, isAbsence } from '../../files/index.ts';
import { textLines } from './textLines.ts';

/** Of text: some 12 hours of a face at 60 frames a second. */
const MAX_BYTES = 2 * 2 ** 30;
/** 30 years: what lies beyond is no time of a recording. */
const MAX_SECONDS = 1e9;

/** What of a performer the frames of a file tell. */
export interface FrameFileFacts {
  readonly protocol: string;
  readonly deviceId: string;
  readonly subject: string;
  readonly frameRate: number;
  readonly firstSeconds: number;
  readonly hasFace: boolean;
  readonly hasHeadPosition: boolean;
  readonly hasBody: boolean;
}

export type FrameFileKind = 'csv' | 'jsonl';

/** What a file holds, by the ending of its name; undefined for any other. */
export function frameFileKind(path: string): FrameFileKind | undefined {
  const ending = extname(path).toLowerCase();
  return ending === '.csv' ? 'csv' : ending === '.jsonl' ? 'jsonl' : undefined;
}

/**
 * The frames of a file, one after another in a frame that is reused.
 * @param signal ends it
 * @throws `invalid_take` with the line that is wrong, `io`
 */
export async function* readFrames(
  path: string,
  kind: FrameFileKind,
  signal?: AbortSignal,
): AsyncGenerator<CaptureFrame> {
  const reader = kind === 'csv' ? createLiveLinkFaceCsvReader() : createCaptureLineReader();
  const frame = createCaptureFrame();
  for await (const lines of textLines(path, signal)) {
    for (const line of lines) {
      if (!reader.read(line, frame)) continue;
      if (Math.abs(frame.timeSeconds) > MAX_SECONDS)
        throw invalid(path, 'has a time that no recording can have.');
      yield frame;
    }
  }
}

/**
 * Reads a whole file once, to see whether it can be read to its end, and what it tells.
 * @throws `invalid_take` with the line that is wrong, `too_large`, `missing_file`, `not_a_file`, `io`
 */
export async function examineFrames(
  path: string,
  kind: FrameFileKind,
  signal?: AbortSignal,
): Promise<FrameFileFacts> {
  await requireFile(path);
  const seen = { hasFace: false, hasHeadPosition: false, hasBody: false };
  let firstSeconds: number | undefined;
  let frameRate = 0;
  let deviceId = '';
  let subject = '';
  for await (const frame of readFrames(path, kind, signal)) {
    firstSeconds ??= frame.timeSeconds;
    frameRate ||= frame.frameRate;
    deviceId ||= frame.deviceId;
    subject ||= frame.subject;
    seen.hasFace ||= frame.faceFound;
    seen.hasHeadPosition ||= frame.hasHeadPosition;
    seen.hasBody ||= frame.bodyFound;
  }
  if (firstSeconds === undefined) throw invalid(path, 'holds no frames.');
  const protocol = kind === 'csv' ? 'live_link_face' : await protocolOf(path);
  return { ...seen, protocol, deviceId, subject, frameRate, firstSeconds };
}

/** What the sender spoke, by the first line of captured frames. */
async function protocolOf(path: string): Promise<string> {
  const reader = createCaptureLineReader();
  for await (const [first] of textLines(path)) {
    if (first !== undefined) reader.read(first, createCaptureFrame());
    break;
  }
  return reader.header?.protocol ?? 'capture_lines';
}

async function requireFile(path: string): Promise<void> {
  const info = await statOf(path);
  if (!info.isFile()) throw new MimesisError('not_a_file', `${basename(path)} is no file.`);
  if (info.size > MAX_BYTES) {
    throw new MimesisError('too_large', `${basename(path)} is larger than 2 GB.`, {
      remedy: 'Divide it: each part is then a take of its own.',
    });
  }
}

/** Throws `missing_file` or `io`. */
export async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isAbsence(error)) {
      throw new MimesisError('missing_file', `There is no ${path}.`, {
        remedy: 'Check its name and folder.',
        cause: error,
      });
    }
    throw ioError(error, `${basename(path)} cannot be looked at`);
  }
}

const invalid = (path: string, problem: string): MimesisError =>
  new MimesisError('invalid_take', `${basename(path)} ${problem}`);
