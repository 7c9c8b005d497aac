import { z } from 'zod';
import { CHANNEL_NAMES, HAND_LANDMARKS, POSE_LANDMARKS } from '../../body/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, FACE_FEATURES } from '../../face/index.ts';

export const TRACKING_FORMAT = 'mimesis-tracking';
export const TRACKING_VERSION = 'v2';

const unit = z.number().min(0).max(1);
const numbers = (length: number) => z.array(z.number()).length(length);

/** First line of a tracking file: what was tracked, with what, and how to read the arrays of the lines after it. */
export const trackingHeaderSchema = z.object({
  format: z.literal(TRACKING_FORMAT),
  version: z.literal(TRACKING_VERSION),
  video: z.object({
    id: z.uuid(),
    sha1: z.string().regex(/^[0-9a-f]{40}$/),
    filename: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
    fps: z.number().min(0),
    duration_s: z.number().min(0),
  }),
  provider: z.object({
    name: z.string(),
    version: z.string(),
    models: z.array(z.object({ name: z.string(), sha256: z.string() })),
    channels: z.array(z.enum(['pose', 'hands', 'face'])),
  }),
  postprocess: z.object({
    ema_alpha_wrist: unit,
    ema_alpha_fingers: unit,
    ema_alpha_face: unit,
    velocity_clamp_deg: z.number().positive(),
    min_confidence: unit,
    max_gap_frames: z.int().min(0),
  }),
  layout: z.object({
    pose: z.array(z.string()).length(POSE_LANDMARKS.length),
    pose_image: z.literal('x y z visibility'),
    pose_world: z.literal('x y z'),
    hand: z.array(z.string()).length(HAND_LANDMARKS.length),
    hand_image: z.literal('x y z'),
    hand_world: z.literal('x y z'),
    blendshapes: z.array(z.string()).length(ARKIT_BLENDSHAPE_COUNT),
  }),
});
export type TrackingHeader = z.infer<typeof trackingHeaderSchema>;

const handSchema = z.object({
  image: numbers(HAND_LANDMARKS.length * 3),
  world: numbers(HAND_LANDMARKS.length * 3),
  score: unit,
});

/** A channel's state in one frame where it is more than plainly tracked. */
export const channelFlagSchema = z.enum(['filled', 'gated', 'clamped']);
export type ChannelFlag = z.infer<typeof channelFlagSchema>;

/** Every line after the first: one video frame. A channel that was not found is null. */
export const trackingFrameSchema = z.object({
  index: z.int().min(0),
  /** Presentation time in seconds from the first frame. */
  t: z.number().min(0),
  pose: z
    .object({ image: numbers(POSE_LANDMARKS.length * 4), world: numbers(POSE_LANDMARKS.length * 3) })
    .nullable(),
  hands: z.object({ left: handSchema.nullable(), right: handSchema.nullable() }),
  face: z
    .object({
      blendshapes: z.array(unit).length(ARKIT_BLENDSHAPE_COUNT),
      head: z.object({ rotation: numbers(4), translation: numbers(3) }),
      features: z.record(z.enum(FACE_FEATURES as [string, ...string[]]), unit),
    })
    .nullable(),
  /** Left, top, width and height as fractions of the frame, or null where no person was found. */
  bbox_person: z.array(unit).length(4).nullable(),
  confidence: z.object({ pose: unit, left_hand: unit, right_hand: unit, face: unit }),
  flags: z.partialRecord(z.enum(CHANNEL_NAMES), z.array(channelFlagSchema).min(1)),
});
export type TrackingFrame = z.infer<typeof trackingFrameSchema>;
