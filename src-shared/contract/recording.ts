import { z } from 'zod';
import { type CaptureProtocol, captureProtocolSchema } from './capture.ts';
import { errorInfoSchema } from './errors.ts';
import { takeSlateSchema } from './takes.ts';

/** Parts of a performer that are recorded or left out, each as a whole. */
export const RECORDED_PARTS = ['brows', 'eyelids', 'gaze', 'jaw', 'mouth', 'cheeks', 'head', 'body'] as const;
export type RecordedPart = (typeof RECORDED_PARTS)[number];

const FACE_PARTS = RECORDED_PARTS.filter((part) => part !== 'body');
const HAS_BODY: ReadonlySet<CaptureProtocol> = new Set(['vmc', 'webcam']);

/** The parts that there may be of a performer whose frames come by a protocol; always the same list. */
export function partsSentBy(protocol: CaptureProtocol): readonly RecordedPart[] {
  return HAS_BODY.has(protocol) ? RECORDED_PARTS : FACE_PARTS;
}

/** The rates in which a timecode may count, by the names that the field has for them. */
export const TIMECODE_RATES = ['24', '25', '29.97 drop', '30', '50', '59.94 drop', '60'] as const;
export type TimecodeRate = (typeof TIMECODE_RATES)[number];
export const timecodeRateSchema = z.enum(TIMECODE_RATES);

/** Whom an entry of the arming is about: a subject as `SubjectView` names it, whichever number it has. */
const armedSubjectSchema = z.object({
  protocol: captureProtocolSchema,
  deviceId: z.string().max(500),
  subject: z.string().max(500),
  /** None: the subject is not recorded. */
  parts: z.array(z.enum(RECORDED_PARTS)),
});

/** Of whom not everything is recorded; of all others it is. */
export const armingSchema = z.array(armedSubjectSchema).max(256);
export type Arming = z.infer<typeof armingSchema>;

export const recordingStartSchema = takeSlateSchema.extend({
  arming: armingSchema.optional(),
  timecodeRate: timecodeRateSchema.optional(),
});
export type RecordingStart = z.infer<typeof recordingStartSchema>;

/** The time of day at the recording computer, as frames count it. */
export const takeTimecodeSchema = z.object({
  rate: timecodeRateSchema,
  /** Seconds since local midnight when the take's clock stood at 0. */
  startSeconds: z.number().min(0),
});
export type TakeTimecode = z.infer<typeof takeTimecodeSchema>;

const markNameSchema = z.string().trim().max(200);
const markColourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);
export const markSchema = z.object({ name: markNameSchema, colour: markColourSchema });
export type Mark = z.infer<typeof markSchema>;

/** How sound comes: 32-bit floats, the channels of a sample beside each other. */
export const soundFormatSchema = z.object({
  sampleRate: z.int().min(8000).max(192_000),
  channels: z.int().min(1).max(2),
});
export type SoundFormat = z.infer<typeof soundFormatSchema>;

export const videoFormatSchema = z.object({
  mimeType: z.string().regex(/^video\/webm(;[\w=.,+ "-]{0,80})?$/),
});

/** The stream in whose name pieces are to be sent; null where another studio sends already, or nothing is recorded. */
export const mediumStreamSchema = z.object({ stream: z.int().min(0).max(0xffff_ffff).nullable() });

/** `lost`: it came, and has not for a second. */
const mediumStateSchema = z.enum(['none', 'recorded', 'lost']);
export type MediumState = z.infer<typeof mediumStateSchema>;

/** The take that is being recorded. */
const recordingSchema = takeSlateSchema.extend({
  takeId: z.uuid(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** The same on the clock of `clock.read`. */
  startedAtHostSeconds: z.number(),
  timecode: takeTimecodeSchema,
  seconds: z.number(),
  frames: z.int().min(0),
  subjects: z.array(z.string()),
  /** The last ones, oldest first. */
  markers: z.array(markSchema.extend({ timeSeconds: z.number() })),
  markerCount: z.int().min(0),
  sound: mediumStateSchema,
  video: mediumStateSchema,
});

export const recordingViewSchema = z.object({
  /** Null while nothing is recorded. */
  recording: recordingSchema.nullable(),
  /** Why the last take ended by itself; null where it did not. */
  failure: errorInfoSchema.nullable(),
});
export type RecordingView = z.infer<typeof recordingViewSchema>;
