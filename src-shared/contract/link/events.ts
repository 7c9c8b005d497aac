import { z } from 'zod';
import { captureViewSchema } from '../capture.ts';
import { errorInfoSchema } from '../errors.ts';
import { jobViewSchema } from '../workspace.ts';

/** What the host tells every studio without being asked. */
export const hostEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('job_changed'), job: jobViewSchema }),
  z.object({
    event: z.literal('job_progress'),
    jobId: z.string(),
    done: z.int().min(0),
    announced: z.int().min(0).nullable(),
  }),
  /** Clips came or went: read the workspace again. */
  z.object({ event: z.literal('workspace_changed') }),
  /** A socket has been opened or closed, or who sends has changed; once a second while capture is armed. */
  z.object({ event: z.literal('capture_changed'), capture: captureViewSchema }),
  z.object({ event: z.literal('batch_ended'), error: errorInfoSchema.nullable() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
