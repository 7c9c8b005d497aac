import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type CaptureChannel } from '#shared/capture/index.ts';
import { FRAME_FLAGS, type RecordedSubject } from '#shared/formats/index.ts';
import { GapSpans } from '../frames/gapSpans.ts';
import { Envelope } from './envelope.ts';

/** Frames with a face that follow each other: from `start` to before `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What is made of something once, for as long as that is there. */
function madeOnce<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new WeakMap<Key, Made>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

const columnsOf = madeOnce((_: RecordedSubject) => new Map<CaptureChannel, Float32Array>());

export const envelopeOf = madeOnce((column: Float32Array) => new Envelope(column));

/** Where a subject's curves can be drawn without a break. */
export const runsOf: (subject: RecordedSubject) => readonly Run[] = madeOnce(findRuns);

/** A channel as it was recorded, one number for each of the subject's frames; undefined where no face was. */
export function recordedColumn(subject: RecordedSubject, channel: CaptureChannel): Float32Array | undefined {
  if (subject.channels.length === 0) return undefined;
  const known = columnsOf(subject);
  const column = known.get(channel) ?? columnOf(subject, channel);
  known.set(channel, column);
  return column;
}

function columnOf({ channels, times }: RecordedSubject, channel: CaptureChannel): Float32Array {
  const column = new Float32Array(times.length);
  let at = CAPTURE_CHANNELS.indexOf(channel);
  for (let frame = 0; frame < column.length; frame++, at += CAPTURE_CHANNEL_COUNT) {
    column[frame] = channels[at] ?? 0;
  }
  return column;
}

function findRuns({ flags, gaps, times }: RecordedSubject): Run[] {
  const spans = new GapSpans(gaps);
  const found: Run[] = [];
  let start = -1;
  for (let frame = 0; frame < times.length; frame++) {
    const hasFace = ((flags[frame] ?? 0) & FRAME_FLAGS.faceFound) !== 0;
    if (start >= 0 && (!hasFace || spans.cuts(times[frame - 1] ?? 0, times[frame] ?? 0))) {
      found.push({ start, end: frame });
      start = -1;
    }
    if (hasFace && start < 0) start = frame;
  }
  if (start >= 0) found.push({ start, end: times.length });
  return found;
}
