import { z } from 'zod';

/** Captured frames as text (JSONL): a header, then one line a frame. See docs/phone-files.md. */
export const CAPTURE_LINES_FORMAT = 'mimesis-capture';
export const CAPTURE_LINES_VERSION = 1;

const names = z.array(z.string().min(1)).refine((list) => new Set(list).size === list.length, {
  error: 'a name is there twice',
});

/** The first line: whose frames they are, and what the numbers of the others stand for. */
export const captureHeaderSchema = z.object({
  format: z.literal(CAPTURE_LINES_FORMAT),
  version: z.literal(CAPTURE_LINES_VERSION),
  deviceId: z.string(),
  subject: z.string(),
  /** What the sender spoke, where that is known. */
  protocol: z.string().optional(),
  /** Names of the numbers of `face`. */
  channels: names,
  /** Names of the joints of `body.rotations`, four numbers each. */
  joints: names,
});
export type CaptureHeader = z.infer<typeof captureHeaderSchema>;

const single = z.number().refine((value) => Number.isFinite(Math.fround(value)), {
  error: 'a number is too large for single precision',
});
const place = z.tuple([single, single, single]);

/** A frame. What was not seen is not there. */
export const captureLineSchema = z.object({
  time: z.number(),
  isTimed: z.boolean(),
  frameRate: z.number().min(0),
  face: z.array(single).optional(),
  headPosition: place.optional(),
  body: z.object({ pelvis: place, rotations: z.array(single) }).optional(),
});
export type CaptureLine = z.infer<typeof captureLineSchema>;
