import { z } from 'zod';
import { errorInfoSchema } from './errors.ts';

const slateSchema = z.string().trim().min(1).max(200);

/** What a take is called while it is recorded. */
export const takeSlateSchema = z.object({ slate: slateSchema, takeNumber: z.int().min(0).max(99_999) });
export type TakeSlate = z.infer<typeof takeSlateSchema>;

/** The take that is being recorded. */
const recordingSchema = takeSlateSchema.extend({
  takeId: z.uuid(),
  /** ISO 8601. */
  startedAt: z.string(),
  seconds: z.number(),
  frames: z.int().min(0),
  subjects: z.array(z.string()),
});

export const recordingViewSchema = z.object({
  /** Null while nothing is recorded. */
  recording: recordingSchema.nullable(),
  /** Why the last take ended by itself; null where it did not. */
  failure: errorInfoSchema.nullable(),
});
export type RecordingView = z.infer<typeof recordingViewSchema>;

/** A take as its list shows it. */
export const takeViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  slate: z.string(),
  takeNumber: z.int(),
  subjects: z.array(z.string()),
  tags: z.array(z.string()),
  /** 0 for none. */
  rating: z.int(),
  notes: z.string(),
  trimStartSeconds: z.number().nullable(),
  trimEndSeconds: z.number().nullable(),
  startedAt: z.string(),
  durationSeconds: z.number(),
  frames: z.int(),
  droppedFrames: z.int(),
  /** 0..1; how it is reckoned: `summariseTake`. */
  quality: z.number(),
  /** Null for a take that has no end. */
  endReason: z.string().nullable(),
  hasAudio: z.boolean(),
  hasVideo: z.boolean(),
  bytes: z.int(),
  /** Null for a take that is not in the trash. */
  trashedAt: z.string().nullable(),
});
export type TakeView = z.infer<typeof takeViewSchema>;

/** A take opened for playing. Paths are those of the host's own server, and good until the host ends. */
export const openedTakeSchema = z.object({
  take: takeViewSchema,
  /** Of the recording itself, which tells of subjects, frames, markers and media. */
  path: z.string(),
  /** Sound and picture that lie beside it, by the names that the recording gives them. */
  media: z.array(z.object({ file: z.string(), path: z.string() })),
});
export type OpenedTake = z.infer<typeof openedTakeSchema>;

export const TAKE_ORDERS = ['startedAt', 'name', 'rating', 'durationSeconds', 'quality'] as const;
const MAX_PAGE = 500;

/** Which takes to list, and in what order. */
export const takeQuerySchema = z.object({
  /** Words, each of which must occur in the name, slate, tags, notes or subjects, in any case; '' for all. */
  search: z.string().max(200),
  /** Null for any. */
  tag: z.string().max(50).nullable(),
  minRating: z.int().min(0).max(5),
  inTrash: z.boolean(),
  order: z.enum(TAKE_ORDERS),
  descending: z.boolean(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(MAX_PAGE),
});
export type TakeQuery = z.infer<typeof takeQuerySchema>;

export const takePageSchema = z.object({ total: z.int().min(0), takes: z.array(takeViewSchema) });

/** What people say of a take, and may change. */
export const takeChangesSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    tags: z.array(z.string().trim().min(1).max(50)).max(50),
    rating: z.int().min(0).max(5),
    notes: z.string().max(10_000),
    trim: z.object({ startSeconds: z.number().min(0), endSeconds: z.number() }).nullable(),
  })
  .partial();
