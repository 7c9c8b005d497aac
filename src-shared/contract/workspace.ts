import { z } from 'zod';
import { errorKindSchema } from './errors.ts';

export const jobStatusSchema = z.enum(['queued', 'processing', 'done', 'failed', 'missing_file']);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** A tracking job as the studio shows it. */
export const jobViewSchema = z.object({
  id: z.string(),
  status: jobStatusSchema,
  word: z.string(),
  filename: z.string(),
  error: z.string().nullable(),
  errorKind: errorKindSchema.nullable(),
  errorRemedy: z.string().nullable(),
  qualityScore: z.number().nullable(),
  frames: z.int().nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;

export const workspaceViewSchema = z.object({
  folder: z.string(),
  counts: z.record(jobStatusSchema, z.int()),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;

/** Most jobs in one page. */
const MAX_JOBS_PAGE = 500;
/** Characters of a search, at most. */
export const MAX_SEARCH_LENGTH = 200;

/** Which jobs to tell of, in the order in which they were added. */
export const jobQuerySchema = z.object({
  /** Null for every state. */
  status: jobStatusSchema.nullable(),
  /** Part of the word or file name, in any case; '' for all. */
  search: z.string().max(MAX_SEARCH_LENGTH),
  offset: z.int().min(0),
  limit: z.int().min(1).max(MAX_JOBS_PAGE),
});
export type JobQuery = z.infer<typeof jobQuerySchema>;

/** A part of the list of jobs; `total` counts all that the query finds. */
export const jobPageSchema = z.object({ total: z.int().min(0), jobs: z.array(jobViewSchema) });
