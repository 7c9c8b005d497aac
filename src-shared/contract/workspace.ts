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

/** Answer of `GET /api/v1/workspace`. */
export const workspaceViewSchema = z.object({
  folder: z.string(),
  counts: z.record(jobStatusSchema, z.int()),
  jobs: z.array(jobViewSchema),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;
