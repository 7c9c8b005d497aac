import { z } from 'zod';
import { calibrationSchema, takeTimecodeSchema } from '../../contract/index.ts';

const seconds = z.number().min(0);
const name = z.string().max(500);

/** What the whole take is about; its first chunk. */
export const takeHeaderSchema = z.object({
  takeId: z.uuid(),
  slate: name,
  takeNumber: z.int().min(0),
  /** When the take's clock stood at 0, by the computer's own clock: ISO 8601 in UTC. */
  startedAt: z.iso.datetime(),
  /** The same moment on the host's monotonic clock, which other logs of that run may share. */
  startedAtHostSeconds: z.number(),
  appVersion: name,
  /** Where the take comes from, if it was not recorded here. */
  origin: z
    .object({
      kind: z.enum(['live_link_face', 'capture_lines']),
      /** The name of what was imported, without its folder. */
      file: name,
      /** Apple's name of the phone, such as `iPhone13,3`; empty where it is not known. */
      deviceModel: name,
      /** Of the app that recorded it. */
      appVersion: name,
    })
    .optional(),
  /** The time of day when the take's clock stood at 0, as a timecode counts it. */
  timecode: takeTimecodeSchema.optional(),
});
export type TakeHeader = z.infer<typeof takeHeaderSchema>;

const MAX_FACE_CHANNELS = 255;
const MAX_JOINTS = 200;

/** Somebody in the take, and what is recorded of them. Rows of frames hold what is named here, in this order. */
export const takeSubjectSchema = z.object({
  /** In this take; frames and gaps name it. */
  number: z.int().min(0).max(0xffff),
  protocol: name,
  deviceId: name,
  subject: name,
  /** Frames a second that the sender counts its time in; 0 where it does not say. */
  frameRate: z.number().min(0),
  /** The channels that are armed, by the names of `CAPTURE_CHANNELS`; null where no face is recorded. */
  face: z.object({ channels: z.array(name).min(1).max(MAX_FACE_CHANNELS) }).nullable(),
  hasHeadPosition: z.boolean(),
  /** The joints whose rotations are recorded, by the names of `JOINTS`; null where no body is. */
  body: z.object({ joints: z.array(name).min(1).max(MAX_JOINTS) }).nullable(),
  /**
   * The subject's calibration as it stood when its first frame came; null for none, or one that this version cannot read.
   * Frames are raw: it is not in them.
   */
  calibration: calibrationSchema.nullable().catch(null),
});
export type TakeSubject = z.infer<typeof takeSubjectSchema>;

/** A time in which nothing came from a subject. */
export const takeGapSchema = z.object({ subject: z.int().min(0), fromSeconds: seconds, toSeconds: seconds });
export type TakeGap = z.infer<typeof takeGapSchema>;

export const takeMarkerSchema = z.object({
  timeSeconds: seconds,
  name,
  /** As CSS writes it: `#rrggbb`. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
});
export type TakeMarker = z.infer<typeof takeMarkerSchema>;

/** A name in the take's own folder: it leads nowhere else. */
const file = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** Sound or picture in a file beside the take. */
export const takeMediumSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('audio'),
    number: z.int().min(0),
    file,
    sampleRate: z.number().positive(),
    channels: z.int().min(1),
    sampleFormat: z.enum(['int16', 'float32']),
  }),
  z.object({ kind: z.literal('video'), number: z.int().min(0), file, mimeType: name }),
]);
export type TakeMedium = z.infer<typeof takeMediumSchema>;

export const takeEndSchema = z.object({
  /** `interrupted`: the program or the computer died, and the take was mended at the next start. */
  reason: z.enum(['stopped', 'disk_full', 'io', 'interrupted']),
  /** In plain words, where there is more to say. */
  message: name,
  durationSeconds: seconds,
  /** Frames written of all subjects. */
  frames: z.int().min(0),
});
export type TakeEnd = z.infer<typeof takeEndSchema>;
