import { type ChannelTrack, frameAt } from '#shared/formats/index.ts';
import type { Timing } from '../../playback/index.ts';

/** What a lane shows in each column of pixels. */
export interface LaneColumns {
  /** The best presence of the column's frames, as an index into `PRESENCES`. */
  readonly presence: Uint8Array;
  /** Their mean confidence, 0..1; absent frames count as 0, so that gaps shorter than a column pale it. */
  readonly strength: Float32Array;
}

/** Divides a clip's length into columns, and says for each what the frames shown during it hold. */
export function laneColumns(
  { presence, confidence }: Pick<ChannelTrack<string>, 'presence' | 'confidence'>,
  { times, endSeconds }: Timing,
  columns: number,
): LaneColumns {
  const lane = { presence: new Uint8Array(columns), strength: new Float32Array(columns) };
  if (times.length === 0) return lane;
  for (let column = 0; column < columns; column++) {
    const first = frameAt(times, (column * endSeconds) / columns);
    const end = ((column + 1) * endSeconds) / columns;
    let best = 0;
    let sum = 0;
    let frame = first;
    do {
      const found = presence[frame] ?? 0;
      if (found > best) best = found;
      if (found > 0) sum += confidence[frame] ?? 0;
      frame++;
    } while (frame < times.length && (times[frame] ?? 0) < end);
    lane.presence[column] = best;
    lane.strength[column] = sum / (frame - first);
  }
  return lane;
}
