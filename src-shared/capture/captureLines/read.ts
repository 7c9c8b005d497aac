import { z } from 'zod';
import { JOINTS, restSkeletonPose } from '../../body/index.ts';
import { MimesisError } from '../../contract/index.ts';
import { CAPTURE_CHANNEL_INDEX, type CaptureFrame } from '../captureFrame.ts';
import {
  CAPTURE_LINES_VERSION,
  type CaptureHeader,
  captureHeaderSchema,
  captureLineSchema,
} from './schema.ts';

export interface CaptureLineReader {
  /** Undefined until it has been read. */
  readonly header: CaptureHeader | undefined;
  /**
   * Reads the next line, with or without its line feed, into a frame that is reused. Returns whether it was a frame: the
   * header and empty lines are none. What the line does not tell stays as it was, but for the flags.
   * @throws MimesisError `invalid_take`, naming the line
   */
  read(line: string, frame: CaptureFrame): boolean;
}

/** How the numbers of a file lie in a frame. */
interface Layout {
  readonly header: CaptureHeader;
  /** Position in `CaptureFrame.channels` of each number of a face; undefined for a channel that is not known. */
  readonly channels: readonly (number | undefined)[];
  /** Position in `JOINTS` of each joint of a body. */
  readonly joints: readonly (number | undefined)[];
}

const jointIndices: ReadonlyMap<string, number> = new Map(JOINTS.map(({ name }, index) => [name, index]));

/**
 * Reads a file of captured frames line by line. Channels and joints are found by name, in any order; those that are not
 * known are passed over, those that are not there are 0 and at rest. Keys that are not known are passed over.
 */
export function createCaptureLineReader(): CaptureLineReader {
  let layout: Layout | undefined;
  let lineNumber = 0;
  return {
    get header() {
      return layout?.header;
    },
    read(line, frame) {
      lineNumber += 1;
      if (line.trim() === '') return false;
      const value = jsonOf(line, lineNumber);
      if (!layout) {
        layout = readHeader(value, lineNumber);
        return false;
      }
      readFrame(value, layout, frame, lineNumber);
      return true;
    },
  };
}

function readHeader(value: unknown, lineNumber: number): Layout {
  const header = captureHeaderSchema.safeParse(value);
  if (!header.success) {
    const isLater = z.object({ version: z.number().gt(CAPTURE_LINES_VERSION) }).safeParse(value).success;
    const problem = isLater ? 'is of a later version' : `is no header: ${z.prettifyError(header.error)}`;
    throw invalid(lineNumber, problem, header.error);
  }
  return {
    header: header.data,
    channels: header.data.channels.map((name) => CAPTURE_CHANNEL_INDEX.get(name)),
    joints: header.data.joints.map((name) => jointIndices.get(name)),
  };
}

function readFrame(value: unknown, layout: Layout, frame: CaptureFrame, lineNumber: number): void {
  const line = captureLineSchema.safeParse(value);
  if (!line.success) throw invalid(lineNumber, `is no frame: ${z.prettifyError(line.error)}`, line.error);
  const { time, isTimed, frameRate, face, headPosition, body } = line.data;
  if (face && face.length !== layout.channels.length)
    throw invalid(lineNumber, `has ${face.length} numbers for ${layout.channels.length} channels`);
  if (body && body.rotations.length !== 4 * layout.joints.length)
    throw invalid(lineNumber, `has ${body.rotations.length} numbers for ${layout.joints.length} joints`);
  frame.deviceId = layout.header.deviceId;
  frame.subject = layout.header.subject;
  frame.timeSeconds = time;
  frame.isTimed = isTimed;
  frame.frameRate = frameRate;
  frame.faceFound = face !== undefined;
  frame.hasHeadPosition = headPosition !== undefined;
  frame.bodyFound = body !== undefined;
  if (face) placeNumbers(face, layout.channels, 1, frame.channels.fill(0));
  if (headPosition) frame.headPosition.set(headPosition);
  if (body) {
    restSkeletonPose(frame.body);
    frame.body.pelvis.set(body.pelvis);
    placeNumbers(body.rotations, layout.joints, 4, frame.body.rotations);
  }
}

function placeNumbers(
  from: readonly number[],
  places: readonly (number | undefined)[],
  stride: number,
  to: Float32Array,
): void {
  for (const [i, place] of places.entries()) {
    if (place === undefined) continue;
    for (let part = 0; part < stride; part++) to[place * stride + part] = from[i * stride + part] ?? 0;
  }
}

function jsonOf(line: string, lineNumber: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw invalid(lineNumber, 'is no JSON', cause);
  }
}

const invalid = (lineNumber: number, problem: string, cause?: unknown): MimesisError =>
  new MimesisError('invalid_take', `Line ${lineNumber} of the captured frames ${problem}.`, { cause });
