import { z } from 'zod';
import { calibrationSchema } from '../calibration.ts';
import { captureViewSchema } from '../capture.ts';
import { errorInfoSchema } from '../errors.ts';
import { recordingViewSchema } from '../recording.ts';
import { sendingViewSchema } from '../sending.ts';
import { takeImportProgressSchema } from '../takes.ts';
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
  /** A playable copy of a video is being made; `done` goes from 0 to 1. */
  z.object({ event: z.literal('proxy_progress'), jobId: z.string(), done: z.number().min(0).max(1) }),
  /** A socket has been opened or closed, or who sends has changed; once a second while capture is armed. */
  z.object({ event: z.literal('capture_changed'), capture: captureViewSchema }),
  /** A subject is calibrated otherwise. */
  z.object({
    event: z.literal('calibration_changed'),
    subjectId: z.int(),
    calibration: calibrationSchema,
  }),
  /** A take has begun or ended; once a second while one is recorded. */
  z.object({ event: z.literal('recording_changed'), recording: recordingViewSchema }),
  /** Where faces are sent on to has changed, or how it goes; once a second while anything is sent. */
  z.object({ event: z.literal('sending_changed'), sending: sendingViewSchema }),
  /** Takes came, went or changed: read the list again. */
  z.object({ event: z.literal('takes_changed') }),
  /** A take is edited otherwise: read its edit again, unless this is the one that is known. */
  z.object({ event: z.literal('take_edit_changed'), id: z.string(), revision: z.string() }),
  /** An import goes on, by its id. */
  z.object({ event: z.literal('take_import_progress'), id: z.string(), progress: takeImportProgressSchema }),
  /** The user's avatars or preferences are not what they were: read them again. */
  z.object({ event: z.literal('avatars_changed') }),
  z.object({ event: z.literal('presets_changed') }),
  z.object({ event: z.literal('batch_ended'), error: errorInfoSchema.nullable() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
