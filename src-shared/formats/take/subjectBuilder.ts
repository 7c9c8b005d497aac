import { type FrameColumns, FrameColumnsBuilder } from './frameColumns.ts';
import { FRAME_FLAGS } from './frameLayout.ts';
import { type Gap, placeFrames } from './placeFrames.ts';
import type { RecordedSubject } from './recordedTake.ts';
import type { TakeSubject } from './records.ts';

/** Senders that leave frames out on purpose: what is missing is no loss. */
const UNEVEN: ReadonlySet<string> = new Set(['webcam']);

const SEEN = FRAME_FLAGS.faceFound | FRAME_FLAGS.bodyFound;

/** Gathers what a take holds of one subject. */
export class SubjectBuilder {
  readonly #description: TakeSubject;
  readonly #frames: FrameColumnsBuilder;
  readonly #gaps: Gap[] = [];

  constructor(description: TakeSubject, withRows: boolean) {
    this.#description = description;
    this.#frames = new FrameColumnsBuilder(description, withRows);
  }

  /** False where the chunk does not fit the subject. */
  addFrames(payload: Uint8Array): boolean {
    return this.#frames.add(payload);
  }

  addGap({ fromSeconds, toSeconds }: Gap): void {
    this.#gaps.push({ fromSeconds, toSeconds });
  }

  finish(): RecordedSubject {
    const columns = this.#frames.finish();
    const { order, times, gaps, periodSeconds, dropped, duplicates, reordered } = placeFrames(columns);
    const placed = inOrder(columns, order);
    return {
      ...placed,
      description: this.#description,
      times,
      gaps: joined([...gaps, ...this.#gaps]),
      counts: {
        dropped: UNEVEN.has(this.#description.protocol) ? 0 : dropped,
        duplicates,
        reordered,
        frames: order.length,
        seen: placed.flags.reduce((sum, flags) => sum + ((flags & SEEN) === 0 ? 0 : 1), 0),
        unreadable: this.#frames.unreadable,
      },
      periodSeconds,
    };
  }
}

function inOrder(columns: FrameColumns, order: Uint32Array): FrameColumns {
  const frames = columns.flags.length;
  // As a rule every frame is in its place already, and a long take is not to lie in memory twice.
  if (order.length === frames && order.every((frame, i) => frame === i)) return columns;
  const place = <Values extends Float64Array | Float32Array | Uint8Array>(
    from: Values,
    to: Values,
  ): Values => {
    const length = frames === 0 ? 0 : from.length / frames;
    for (let i = 0; i < order.length; i++) {
      const at = (order[i] ?? 0) * length;
      for (let k = 0; k < length; k++) to[i * length + k] = from[at + k] ?? 0;
    }
    return to;
  };
  const rows = (values: Float32Array): Float32Array =>
    place(values, new Float32Array(frames === 0 ? 0 : (values.length / frames) * order.length));
  return {
    deviceTimes: place(columns.deviceTimes, new Float64Array(order.length)),
    arrivalTimes: place(columns.arrivalTimes, new Float64Array(order.length)),
    flags: place(columns.flags, new Uint8Array(order.length)),
    channels: rows(columns.channels),
    headPositions: rows(columns.headPositions),
    bodies: rows(columns.bodies),
  };
}

/** Gaps in order; those that overlap or touch are one. */
function joined(gaps: readonly Gap[]): Gap[] {
  const single: Gap[] = [];
  for (const gap of gaps.toSorted((a, b) => a.fromSeconds - b.fromSeconds)) {
    const last = single.at(-1);
    if (!last || gap.fromSeconds > last.toSeconds) single.push(gap);
    else {
      const toSeconds = Math.max(last.toSeconds, gap.toSeconds);
      single[single.length - 1] = { fromSeconds: last.fromSeconds, toSeconds };
    }
  }
  return single;
}
