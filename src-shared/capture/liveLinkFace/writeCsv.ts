import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import { timecodeOf } from './timecode.ts';

const VALUE_DECIMALS = 10;

/** The names in the order of the app's files, where the right of jaw and mouth comes before the left. */
const columns = exchanged(exchanged(LIVE_LINK_FACE_NAMES, 'JawLeft', 'JawRight'), 'MouthLeft', 'MouthRight');
const channels = columns.map((name) => channelNamed(name) ?? -1);

/** The first line of the CSV file that Live Link Face writes with a take, with its line feed. */
export const LIVE_LINK_FACE_CSV_HEADER = `${['Timecode', 'BlendShapeCount', ...columns].join(',')}\n`;

/**
 * A frame as a row of that file, with its line feed, at whatever rate the frames come. What was read from such a file
 * comes out byte for byte: timecodes have steps of 1/60 000 s, and values are single-precision numbers, which 10 decimals
 * give back. A frame in which no face was seen has a count of 0.
 * @param timeSeconds 0 or more, since the midnight before the take
 * @param values a row of `CAPTURE_CHANNELS`; finite
 */
export function liveLinkFaceCsvRow(timeSeconds: number, values: Float32Array, faceFound: boolean): string {
  let line = `${timecodeOf(timeSeconds)},${faceFound ? columns.length : 0}`;
  for (const channel of channels) line += `,${(values[channel] ?? 0).toFixed(VALUE_DECIMALS)}`;
  return `${line}\n`;
}

function exchanged(names: readonly string[], one: string, other: string): string[] {
  return names.map((name) => {
    if (name === one) return other;
    return name === other ? one : name;
  });
}
