import { z } from 'zod';
import { qualityReportSchema } from '../body/index.ts';
import { jobViewSchema } from './workspace.ts';

/** A clip opened for playing. Paths are those of the host's own server, and good until the host ends. */
export const clipViewSchema = z.object({
  job: jobViewSchema,
  /** Where the file lies on this computer. */
  file: z.string(),
  /** Null where the file is missing or is no video. */
  video: z
    .object({
      path: z.string(),
      width: z.int().positive(),
      height: z.int().positive(),
      /** Mean frames per second; 0 where the file does not say. */
      fps: z.number().min(0),
      durationSeconds: z.number().min(0),
      codec: z.string(),
      /** Media time of the first picture: where the track's time 0 lies in a player. */
      firstFrameSeconds: z.number(),
    })
    .nullable(),
  /** Null while the clip is not tracked. */
  track: z
    .object({
      path: z.string(),
      bytes: z.int().positive(),
      frames: z.int().min(0),
      provider: z.string(),
      quality: qualityReportSchema,
    })
    .nullable(),
});
export type ClipView = z.infer<typeof clipViewSchema>;
