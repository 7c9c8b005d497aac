import { z } from 'zod';
import { presetHead, targetWeightsSchema } from './head.ts';

/** A short, slight expression that rises and falls as sin(pi x progress) (avatar engine, section 4.3). */
export const microExpressionPresetSchema = z.strictObject({
  ...presetHead,
  kind: z.literal('micro_expression'),
  targets: targetWeightsSchema,
  durationSeconds: z.number().min(0.04).max(4),
  /** How often it comes by chance, relative to the others. */
  chance: z.number().min(0).max(10),
  /** Emotions whose beginning brings it. */
  emotions: z.array(z.string().min(1).max(80)).max(32),
});
export type MicroExpressionPreset = z.infer<typeof microExpressionPresetSchema>;
