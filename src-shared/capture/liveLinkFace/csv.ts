import { MimesisError } from '../../contract/index.ts';
import { CAPTURE_CHANNEL_COUNT, type CaptureFrame, createCaptureFrame } from '../captureFrame.ts';
import type { FaceTake } from '../faceTake.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import { createTimecodeReader, TIMECODE_FRAMES_PER_SECOND } from './timecode.ts';

/** Where the columns of a file go. */
interface Columns {
  readonly count: number;
  readonly timecode: number;
  readonly valueCount: number;
  /** Column and channel of each of the 61 values. */
  readonly values: readonly { readonly column: number; readonly channel: number }[];
}

export interface LiveLinkFaceCsvReader {
  /**
   * Reads the next line, with or without its line feed, into a frame that is reused. Returns whether it was a frame: the
   * header and empty lines are none. A row whose count is 0 is a frame in which no face was seen.
   * @throws MimesisError `invalid_take`, naming the line
   */
  read(line: string, frame: CaptureFrame): boolean;
}

/**
 * Reads the CSV file that Live Link Face writes with a take, line by line: a header of `Timecode`, `BlendShapeCount` and
 * 61 names, then a row for each frame. Columns are found by name, in any order; others are passed over.
 */
export function createLiveLinkFaceCsvReader(): LiveLinkFaceCsvReader {
  const readTimecode = createTimecodeReader();
  let columns: Columns | undefined;
  let lineNumber = 0;
  return {
    read(line, frame) {
      lineNumber += 1;
      const fields = line.replace(/\r?\n?$/, '').split(',');
      if (!columns) {
        columns = findColumns(fields);
        return false;
      }
      if (fields.length === 1 && fields[0] === '') return false;
      readRow(fields, columns, frame, lineNumber);
      const time = readTimecode(fields[columns.timecode] ?? '');
      if (typeof time !== 'number') throw invalid(lineNumber, time.problem);
      frame.timeSeconds = time;
      return true;
    },
  };
}

/**
 * Reads a whole file at once.
 * @throws MimesisError `invalid_take`, naming the line
 */
export function readLiveLinkFaceCsv(text: string): FaceTake {
  const lines = text.split('\n');
  const reader = createLiveLinkFaceCsvReader();
  const frame = createCaptureFrame();
  const times = new Float64Array(lines.length);
  const channels = new Float32Array(lines.length * CAPTURE_CHANNEL_COUNT);
  let row = 0;
  for (const line of lines) {
    if (!reader.read(line, frame)) continue;
    times[row] = frame.timeSeconds;
    channels.set(frame.channels, row * CAPTURE_CHANNEL_COUNT);
    row += 1;
  }
  if (row === 0) throw new MimesisError('invalid_take', 'The take has a header but no rows.');
  return { times: times.slice(0, row), channels: channels.slice(0, row * CAPTURE_CHANNEL_COUNT) };
}

function findColumns(names: readonly string[]): Columns {
  const columnNamed = (name: string): number => {
    const column = names.indexOf(name);
    if (column === -1) throw invalid(1, `has no column "${name}"; is this a file of Live Link Face?`);
    if (names.indexOf(name, column + 1) !== -1) throw invalid(1, `has two columns "${name}"`);
    return column;
  };
  return {
    count: names.length,
    timecode: columnNamed('Timecode'),
    valueCount: columnNamed('BlendShapeCount'),
    values: LIVE_LINK_FACE_NAMES.map((name) => ({
      column: columnNamed(name),
      channel: channelNamed(name) ?? -1,
    })),
  };
}

function readRow(fields: readonly string[], columns: Columns, frame: CaptureFrame, lineNumber: number): void {
  if (fields.length !== columns.count) {
    throw invalid(lineNumber, `has ${fields.length} fields, the header has ${columns.count}`);
  }
  const count = fields[columns.valueCount]?.trim() ?? '';
  if (count !== '0' && count !== String(LIVE_LINK_FACE_NAMES.length)) {
    throw invalid(lineNumber, `has a BlendShapeCount of "${count}", not ${LIVE_LINK_FACE_NAMES.length}`);
  }
  frame.isTimed = true;
  frame.frameRate = TIMECODE_FRAMES_PER_SECOND;
  frame.faceFound = count !== '0';
  frame.hasHeadPosition = false;
  frame.bodyFound = false;
  if (!frame.faceFound) frame.channels.fill(0);
  else
    for (const { column, channel } of columns.values)
      frame.channels[channel] = readValue(fields[column] ?? '', column, lineNumber);
}

function readValue(field: string, column: number, lineNumber: number): number {
  const value = Math.fround(Number(field));
  if (Number.isFinite(value) && field.trim() !== '') return value;
  throw invalid(lineNumber, `has "${shortened(field)}" in column ${column + 1}, which is no number`);
}

const MAX_QUOTED = 40;

const shortened = (field: string): string =>
  field.length > MAX_QUOTED ? `${field.slice(0, MAX_QUOTED)}…` : field;

function invalid(lineNumber: number, problem: string): MimesisError {
  return new MimesisError('invalid_take', `Line ${lineNumber} of the take ${problem}.`);
}
