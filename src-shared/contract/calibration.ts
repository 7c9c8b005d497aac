import { z } from 'zod';

/** Beyond it a pose is an expression, not a neutral pose: too little of the channel would be left. */
export const MAX_NEUTRAL = 0.7;
const MAX_GAIN = 4;
export const MAX_DEAD_ZONE = 0.5;

/** A number per channel, by the names of `CAPTURE_CHANNELS`; channels that are not known are passed over. */
const perChannel = (number: z.ZodNumber) =>
  z.record(z.string().max(50), number).refine((record) => Object.keys(record).length <= 200, {
    message: 'more channels than a face has',
  });

/**
 * How the face of one subject is read: what it shows at rest, how far it goes, and whether it is mirrored. Coefficients
 * count from 0 to 1, rotations in radians and metres as in `CaptureFrame`, before they are mirrored.
 */
export const calibrationSchema = z.object({
  /** What each channel shows while the face rests; 0 where absent. Of a coefficient at most `MAX_NEUTRAL`. */
  neutral: perChannel(z.number().min(-Math.PI).max(Math.PI)).default({}),
  /** Where the head is at rest, in metres as `CaptureFrame.headPosition`. */
  neutralHeadPosition: z.tuple([z.number(), z.number(), z.number()]).default([0, 0, 0]),
  /** What a channel is multiplied by, after neutral and dead zone; 1 where absent. */
  gain: perChannel(z.number().min(0).max(MAX_GAIN)).default({}),
  /** How far a channel may leave its neutral before it counts; 0 where absent. */
  deadZone: perChannel(z.number().min(0).max(MAX_DEAD_ZONE)).default({}),
  /** Whether left and right are exchanged. */
  isMirrored: z.boolean().default(false),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** A face at rest, measured over about a second. */
export const neutralPoseSchema = calibrationSchema.pick({ neutral: true, neutralHeadPosition: true }).extend({
  /** How far each channel wavers at rest; 0 where absent. */
  noise: z.record(z.string(), z.number().min(0)),
});
export type NeutralPose = z.infer<typeof neutralPoseSchema>;
