import { z } from 'zod';

export const MESSAGE_TYPE = 'arkit_data';

/** `2024-05-01T12:00:00.123456`, with or without a zone; Python's `isoformat` leaves it out. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
const HAS_ZONE = /(Z|[+-]\d\d:?\d\d)$/;

/** Seconds since 1970 stay below it until the year 5138; milliseconds are above it since 1973. */
const LEAST_MILLISECONDS = 1e11;
/** Of a second. */
export const MILLISECONDS = 1000;

/**
 * A face sent by a program over the network: `{"type": "arkit_data", "blendshapes": {"jawOpen": 0.5}, "timestamp": …}`.
 * The time is a date and time of ISO 8601, in UTC where it has no zone, or a number of seconds or milliseconds since
 * 1970.
 */
export const messageSchema = z.object({
  type: z.literal(MESSAGE_TYPE),
  blendshapes: z.record(z.string(), z.float32()),
  timestamp: z
    .union([z.number(), z.string().regex(ISO_TIME)])
    .transform(toSeconds)
    .pipe(z.number())
    .optional(),
});

function toSeconds(timestamp: number | string): number {
  if (typeof timestamp === 'string')
    return Date.parse(HAS_ZONE.test(timestamp) ? timestamp : `${timestamp}Z`) / MILLISECONDS;
  return Math.abs(timestamp) < LEAST_MILLISECONDS ? timestamp : timestamp / MILLISECONDS;
}
