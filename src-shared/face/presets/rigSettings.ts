import { z } from 'zod';
import { FACE_REGIONS } from '../regions/index.ts';
import { presetHead, targetNameSchema } from './head.ts';
import { smoothingSettingsSchema } from './smoothing.ts';

/** The rig's layers, in the order in which they are laid over each other. */
export const RIG_LAYERS = ['idle', 'tracking', 'speech', 'emotion', 'micro', 'manual'] as const;
export type RigLayer = (typeof RIG_LAYERS)[number];

/** Who may own a region: the idle face, video or a phone, a live voice, a written line with its times. */
export const FACE_DRIVERS = ['idle', 'tracking', 'audio', 'text'] as const;
export type FaceDriver = (typeof FACE_DRIVERS)[number];

/** How much of the avatar is animated, from all targets to jaw, lids and lips alone. */
export const DETAIL_LEVELS = ['full', 'high', 'medium', 'low', 'emergency'] as const;
export type DetailLevel = (typeof DETAIL_LEVELS)[number];

const share = z.number().min(0).max(1);
const seconds = z.number().min(0.01).max(10);

const followThroughSchema = z.strictObject({
  /** What moves first: a target, or the head. */
  driver: z.union([z.enum(['head_yaw', 'head_pitch', 'head_roll']), targetNameSchema]),
  /** The target that answers its movement. */
  follower: targetNameSchema,
  /** Weight per weight (or radian) that the driver is ahead. Negative answers the way back. */
  gain: z.number().min(-2).max(2),
  frequencyHz: z.number().min(0.2).max(20),
});
export type FollowThrough = z.infer<typeof followThroughSchema>;

/** All that the rig is set by, apart from what it shows. */
export const rigPresetSchema = z.strictObject({
  ...presetHead,
  kind: z.literal('rig'),
  layers: z.record(z.enum(RIG_LAYERS), share),
  fade: z.strictObject({
    /** A layer's weight, from 0 to 1. */
    layerSeconds: seconds,
    trackingSeconds: seconds,
    speechInSeconds: seconds,
    speechOutSeconds: seconds,
    manualSeconds: seconds,
    detailSeconds: seconds,
  }),
  /** Who owns each region: the first of its list that is active. */
  fusion: z.record(z.enum(FACE_REGIONS), z.array(z.enum(FACE_DRIVERS)).min(1).max(FACE_DRIVERS.length)),
  /** How much of an emotion stays in each region while it speaks. */
  emotionWhileSpeaking: z.record(z.enum(FACE_REGIONS), share),
  idle: z.strictObject({
    blinksPerMinute: z.number().min(0).max(60),
    doubleBlinkShare: share,
    breathsPerMinute: z.number().min(4).max(60),
    breathDepth: share,
    saccadesPerMinute: z.number().min(0).max(240),
    /** Mean size of a saccade around the point of attention. */
    gazeSpreadRadians: z.number().min(0).max(0.4),
    fidgets: share,
    headDriftRadians: z.number().min(0).max(0.3),
  }),
  microExpressions: z.strictObject({ perMinute: z.number().min(0).max(60), onEmotion: z.boolean() }),
  smoothing: smoothingSettingsSchema,
  followThrough: z.array(followThroughSchema).max(32),
  detail: z.strictObject({
    level: z.enum(DETAIL_LEVELS),
    /** Lowered and raised by the frame-rate controller, never above `level`. */
    automatic: z.boolean(),
    targetFps: z.number().min(10).max(240),
  }),
});
export type RigPreset = z.infer<typeof rigPresetSchema>;
