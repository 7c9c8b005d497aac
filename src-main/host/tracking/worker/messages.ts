import { z } from 'zod';
import { qualityReportSchema } from '#shared/body/index.ts';
import { errorInfoSchema } from '#shared/contract/index.ts';

const unit = z.number().min(0).max(1);

/** What the host sends a worker: one video to track. */
export const workerRequestSchema = z.object({
  video: z.object({ id: z.uuid(), sha1: z.string(), filename: z.string(), path: z.string() }),
  target: z.string(),
  postprocess: z.object({
    emaAlpha: z.object({ wrist: unit, fingers: unit, face: unit }),
    velocityClampDegrees: z.number().positive(),
    minConfidence: unit,
    maxGapFrames: z.int().min(0),
  }),
});
export type WorkerRequest = z.infer<typeof workerRequestSchema>;

const trackedVideoSchema = z.object({
  track: z.object({ sha256: z.string(), bytes: z.number() }),
  info: z.object({
    width: z.number(),
    height: z.number(),
    fps: z.number(),
    durationSeconds: z.number(),
    announcedFrames: z.number().optional(),
    codec: z.string(),
  }),
  quality: qualityReportSchema,
  frames: z.number(),
  timings: z.object({ pose: z.number(), hands: z.number(), face: z.number(), total: z.number() }),
  /** Resident memory of the worker when it had finished, in bytes. */
  rssBytes: z.number(),
  provider: z.object({ name: z.string(), version: z.string() }),
});
export type WorkerResult = z.infer<typeof trackedVideoSchema>;

/** What a worker sends the host. `progress` also shows that the worker is alive. */
export const workerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), tracksFace: z.boolean() }),
  z.object({ kind: z.literal('unable'), error: errorInfoSchema }),
  z.object({ kind: z.literal('progress'), done: z.number(), announced: z.number().optional() }),
  z.object({ kind: z.literal('tracked'), result: trackedVideoSchema }),
  z.object({ kind: z.literal('failed'), error: errorInfoSchema }),
]);
export type WorkerMessage = z.infer<typeof workerMessageSchema>;
