import { MimesisError } from '../../contract/index.ts';
import { CAPTURE_CHANNEL_COUNT } from '../captureFrame.ts';
import type { FaceTake } from '../faceTake.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import { createTimecodeReader } from './timecode.ts';

/** Where the columns of a file go. */
interface Columns {
  readonly count: number;
  readonly timecode: number;
  /** Column and channel of each of the 61 values. */
  readonly values: readonly { readonly column: number; readonly channel: number }[];
}

/**
 * Reads the CSV file that Live Link Face writes with a take: a header of `Timecode`, `BlendShapeCount` and 61 names, then
 * a row for each frame. Columns are found by name, in any order; others are passed over.
 * @throws MimesisError `invalid_take`, naming the line
 */
export function readLiveLinkFaceCsv(text: string): FaceTake {
  const [header = '', ...lines] = text.split(/\r?\n/);
  const columns = findColumns(header.split(','));
  const times = new Float64Array(lines.length);
  const channels = new Float32Array(lines.length * CAPTURE_CHANNEL_COUNT);
  const readTimecode = createTimecodeReader();
  let row = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const lineNumber = index + 2;
    const fields = line.split(',');
    if (fields.length !== columns.count) {
      throw invalid(lineNumber, `has ${fields.length} fields, the header has ${columns.count}`);
    }
    const time = readTimecode(fields[columns.timecode] ?? '');
    if (typeof time !== 'number') throw invalid(lineNumber, time.problem);
    times[row] = time;
    for (const { column, channel } of columns.values) {
      channels[row * CAPTURE_CHANNEL_COUNT + channel] = readValue(fields[column] ?? '', column, lineNumber);
    }
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
    values: LIVE_LINK_FACE_NAMES.map((name) => ({
      column: columnNamed(name),
      channel: channelNamed(name) ?? -1,
    })),
  };
}

function readValue(field: string, column: number, lineNumber: number): number {
  const value = Number(field);
  if (Number.isFinite(value) && field.trim() !== '') return value;
  throw invalid(lineNumber, `has "${field}" in column ${column + 1}, which is no number`);
}

function invalid(lineNumber: number, problem: string): MimesisError {
  return new MimesisError('invalid_take', `Line ${lineNumber} of the take ${problem}.`);
}
