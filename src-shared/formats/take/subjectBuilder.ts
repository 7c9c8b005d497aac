import { type FrameColumns, FrameColumnsBuilder } from './frameColumns.ts';
import { FRAME_FLAGS } from './frameLayout.ts';
import { type Gap, placeFrames } from './placeFrames.ts';
import type { RecordedSubject } from './recordedTake.ts';
import type { TakeSubject } from './records.ts';

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
        dropped,
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
  const rows = (values: Float32Array): Float32Array => {
    const length = frames === 0 ? 0 : values.length / frames;
    const placed = new Float32Array(order.length * length);
    for (const [i, frame] of order.entries()) {
      placed.set(values.subarray(frame * length, (frame + 1) * length), i * length);
    }
    return placed;
  };
  return {
    deviceTimes: Float64Array.from(order, (frame) => columns.deviceTimes[frame] ?? 0),
    arrivalTimes: Float64Array.from(order, (frame) => columns.arrivalTimes[frame] ?? 0),
    flags: Uint8Array.from(order, (frame) => columns.flags[frame] ?? 0),
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
