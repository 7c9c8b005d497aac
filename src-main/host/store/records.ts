import { z } from 'zod';
import { qualityReportSchema } from '#shared/body/index.ts';
import { errorKindSchema, type JobView, jobStatusSchema, jobViewSchema } from '#shared/contract/index.ts';
import { jsonColumn } from '../sqlite/index.ts';

/** A job with the video and word it is about. */
export const jobRecordSchema = z.object({
  id: z.uuid().brand('JobId'),
  status: jobStatusSchema,
  word: z.string(),
  videoId: z.uuid().brand('VideoId'),
  clipId: z.uuid().brand('ClipId'),
  filename: z.string(),
  remoteUrl: z.string().nullable(),
  path: z.string(),
  sha1: z.string().nullable(),
  error: z.string().nullable(),
  errorKind: errorKindSchema.nullable(),
  errorRemedy: z.string().nullable(),
  attempts: z.int(),
  qualityScore: z.number().nullable(),
  frames: z.int().nullable(),
});
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** A job without what the studio need not know. */
export const viewOfJob = (job: JobRecord): JobView => jobViewSchema.parse(job);

/** A tracked clip with all that an export needs. */
export const trackedClipSchema = z.object({
  clipId: z.uuid().brand('ClipId'),
  jobId: z.uuid().brand('JobId'),
  videoId: z.uuid().brand('VideoId'),
  word: z.string(),
  filename: z.string(),
  sha1: z.string(),
  width: z.int(),
  height: z.int(),
  fps: z.number(),
  durationSeconds: z.number(),
  provider: z.string(),
  formatVersion: z.string(),
  dataPath: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  frames: z.int(),
  quality: jsonColumn(qualityReportSchema),
});
export type TrackedClip = z.infer<typeof trackedClipSchema>;
