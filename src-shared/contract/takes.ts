import { z } from 'zod';

const slateSchema = z.string().trim().min(1).max(200);

/** What a take is called while it is recorded. */
export const takeSlateSchema = z.object({ slate: slateSchema, takeNumber: z.int().min(0).max(99_999) });
export type TakeSlate = z.infer<typeof takeSlateSchema>;

/** What of a take is shown and exported, in seconds on its clock. */
const takeTrimSchema = z.object({ startSeconds: z.number().min(0), endSeconds: z.number() });
/** Null for all of it. */
export type TakeTrim = Readonly<z.infer<typeof takeTrimSchema>> | null;

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
  /** Layers change what was recorded: it has an edit. */
  isEdited: z.boolean(),
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

/** How a take is written for other programs: as Live Link Face does, or as captured frames (JSONL). */
export const TAKE_FORMATS = ['csv', 'jsonl'] as const;
export const takeFormatSchema = z.enum(TAKE_FORMATS);
export type TakeFormat = z.infer<typeof takeFormatSchema>;

/** What people say of a take, and may change. */
export const takeChangesSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    tags: z.array(z.string().trim().min(1).max(50)).max(50),
    rating: z.int().min(0).max(5),
    notes: z.string().max(10_000),
    trim: takeTrimSchema.nullable(),
  })
  .partial();

/** Every tag of takes that are not in the trash, with how many have it. */
export const takeTagsSchema = z.object({ tags: z.array(z.object({ tag: z.string(), takes: z.int() })) });
export type TakeTags = z.infer<typeof takeTagsSchema>;

/** What tells takes apart at a glance, drawn from what was recorded. */
export const takeThumbnailSchema = z.object({
  /** The face at the moment at which it is farthest from its mean: 52 coefficients, 0..1; null where no face was seen. */
  face: z.array(z.number()).nullable(),
  /** Over the take, in as many equal parts: how far the face (or the body) is from its mean, 0..1; null where nothing came. */
  activity: z.array(z.number().nullable()),
  /** Where the host serves a picture of the reference video at that moment; null where there is none. */
  picture: z.string().nullable(),
});
export type TakeThumbnail = z.infer<typeof takeThumbnailSchema>;

/** A subject of a take, as its details show it. */
const takeSubjectViewSchema = z.object({
  subject: z.string(),
  protocol: z.string(),
  deviceId: z.string(),
  hasFace: z.boolean(),
  hasBody: z.boolean(),
  frames: z.int(),
  droppedFrames: z.int(),
  /** By the median step between frames; 0 for fewer than two. */
  framesPerSecond: z.number(),
  gaps: z.int(),
  gapSeconds: z.number(),
});

/** What the list does not tell of a take. */
export const takeDetailsSchema = z.object({
  subjects: z.array(takeSubjectViewSchema),
  markers: z.int(),
  /** Why it ended, in plain words; '' where there is no more to say. */
  endMessage: z.string(),
  /** Where it comes from; null for a take that was recorded here. */
  origin: z.object({ file: z.string(), deviceModel: z.string(), appVersion: z.string() }).nullable(),
  /** Bytes of its file that are damaged, and were passed over. */
  damagedBytes: z.int().min(0),
});
export type TakeDetails = z.infer<typeof takeDetailsSchema>;

/** What is imported, by which it is followed and cancelled. */
export const takeImportSchema = z.object({
  id: z.uuid(),
  /** On this computer; null for what a browser has sent before under the same id. */
  path: z.string().min(1).max(4096).nullable(),
});
export type TakeImport = z.infer<typeof takeImportSchema>;

/** How far an import is. */
export const takeImportProgressSchema = z.object({
  /** Of the file or folder that is being read. */
  name: z.string(),
  /** Takes that are done with, of so many. */
  done: z.int().min(0),
  takes: z.int().min(1),
});
export type TakeImportProgress = z.infer<typeof takeImportProgressSchema>;

export const takeImportResultSchema = z.object({
  takes: z.array(takeViewSchema),
  /** What was done without, in plain sentences. */
  problems: z.array(z.string()),
});

/** What of a take is written: as it plays, calibrated, edited and trimmed; or all of it, as it was recorded. */
export const TAKE_CONTENTS = ['played', 'recorded'] as const;
export type TakeContent = (typeof TAKE_CONTENTS)[number];

export const takeExportSchema = z.object({
  id: z.uuid(),
  format: takeFormatSchema,
  content: z.enum(TAKE_CONTENTS),
  /** A folder of this computer; null for a browser, which fetches the files. */
  folder: z.string().min(1).max(4096).nullable(),
});
export type TakeExport = z.infer<typeof takeExportSchema>;

/** The files written, each with its path in the folder, or where the host serves it. */
export const takeExportResultSchema = z.object({
  files: z.array(z.object({ name: z.string(), path: z.string() })),
});

/** Where a browser sends the files of a take, each as the body of a POST; the query tells the import's id and the name. */
export const TAKE_UPLOAD_PATH = '/takes/upload';
