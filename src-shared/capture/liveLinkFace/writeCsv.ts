import { CAPTURE_CHANNEL_COUNT } from '../captureFrame.ts';
import type { FaceTake } from '../faceTake.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import { timecodeOf } from './timecode.ts';

const VALUE_DECIMALS = 10;

/** The names in the order of the app's files, where the right of jaw and mouth comes before the left. */
const columns = exchanged(exchanged(LIVE_LINK_FACE_NAMES, 'JawLeft', 'JawRight'), 'MouthLeft', 'MouthRight');
const channels = columns.map((name) => channelNamed(name) ?? -1);
const header = ['Timecode', 'BlendShapeCount', ...columns].join(',');

/**
 * A take as the CSV file that Live Link Face writes with it, line by line, each with its line feed: a header, then a row
 * for each time of the take, at whatever rate. A take that was read from such a file comes out byte for byte: timecodes
 * have steps of 1/60 000 s, and values are single-precision numbers, which 10 decimals give back.
 * @param take whose times are 0 or more and whose values are finite
 */
export function* writeLiveLinkFaceCsv({ times, channels: values }: FaceTake): Generator<string> {
  yield `${header}\n`;
  for (const [row, time] of times.entries()) {
    let line = `${timecodeOf(time)},${columns.length}`;
    for (const channel of channels) {
      line += `,${(values[row * CAPTURE_CHANNEL_COUNT + channel] ?? 0).toFixed(VALUE_DECIMALS)}`;
    }
    yield `${line}\n`;
  }
}

function exchanged(names: readonly string[], one: string, other: string): string[] {
  return names.map((name) => {
    if (name === one) return other;
    return name === other ? one : name;
  });
}
