import type { CaptureChannel } from '#shared/capture/index.ts';
import type { RecordedSubject } from '#shared/formats/index.ts';
import { isWeight } from '#shared/takeEdit/index.ts';
import { envelopeOf, recordedColumn } from './columns.ts';

const DEGREES = 180 / Math.PI;
/** Steps of what the axis of rotations reaches, in degrees. */
const REACHES = [5, 10, 15, 30, 45, 60, 90, 180];

/** The least round number of degrees that no rotation among the channels goes past; undefined where there is none. */
export function reachOf(subject: RecordedSubject, channels: readonly CaptureChannel[]): number | undefined {
  let furthest: number | undefined;
  for (const channel of channels) {
    const column = isWeight(channel) ? undefined : recordedColumn(subject, channel);
    if (!column) continue;
    const envelope = envelopeOf(column);
    furthest ??= 0;
    if (column.length === 0) continue;
    envelope.look(0, column.length);
    furthest = Math.max(furthest, -envelope.low * DEGREES, envelope.high * DEGREES);
  }
  if (furthest === undefined) return undefined;
  const least = furthest;
  return REACHES.find((reach) => reach >= least) ?? REACHES.at(-1);
}

/** Where a value of a channel lies, from 0 at the foot to 1 at the head of the curves. @param reach in degrees */
export function heightOf(channel: CaptureChannel, reach: number | undefined): (value: number) => number {
  if (isWeight(channel)) return (value) => value;
  const radians = (reach ?? 180) / DEGREES;
  return (value) => (value + radians) / (2 * radians);
}
