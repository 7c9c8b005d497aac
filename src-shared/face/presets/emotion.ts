import { z } from 'zod';
import { presetHead, targetWeightsSchema } from './head.ts';

/** An emotion at full intensity, laid over whatever the face does. */
export const emotionPresetSchema = z.strictObject({
  ...presetHead,
  kind: z.literal('emotion'),
  targets: targetWeightsSchema,
  /** How long the face takes from neutral to the emotion, and back. */
  transitionSeconds: z.number().min(0.05).max(10),
});
export type EmotionPreset = z.infer<typeof emotionPresetSchema>;
