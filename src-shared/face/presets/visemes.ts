import { z } from 'zod';
import { presetHead, targetWeightsSchema } from './head.ts';

const visemeSchema = z.strictObject({
  name: z.string().min(1).max(24),
  /** Other names for it, such as those of the Oculus set. */
  aliases: z.array(z.string().min(1).max(24)).max(8),
  targets: targetWeightsSchema,
  /** How much of the mouth it shuts at its centre: 1 seals the lips, whatever else opens them. */
  closure: z.number().min(0).max(1),
  /** How far its shape withstands its neighbours': 1 not at all changed by them, 0 takes theirs. */
  dominance: z.number().min(0).max(1),
  vowel: z.boolean(),
});

/** The mouth shapes of speech. */
export const visemesPresetSchema = z
  .strictObject({
    ...presetHead,
    kind: z.literal('visemes'),
    visemes: z.array(visemeSchema).min(1).max(64),
  })
  .refine(({ visemes }) => allDifferent(visemes.flatMap(({ name, aliases }) => [name, ...aliases])), {
    error: 'two visemes have the same name',
  });
export type VisemesPreset = z.infer<typeof visemesPresetSchema>;

function allDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
