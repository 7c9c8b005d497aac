import { z } from 'zod';
import { MAX_PRESET_NAME_LENGTH, nameSchema } from './name.ts';

/**
 * A morph target's name. Letters, digits and underscores, as the avatar engine's validator allows; it begins with a letter.
 * No name is a property that every object has, such as `constructor`.
 */
export const targetNameSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/)
  .refine((name) => !(name in {}), { error: 'the name means something else in JavaScript' });

/** More than any avatar has. */
const MOST_TARGETS = 2000;

/** What is said of each of several targets. */
export function byTarget<T extends z.ZodType>(of: T) {
  return z.record(targetNameSchema, of).refine((record) => Object.keys(record).length <= MOST_TARGETS, {
    error: `more than ${MOST_TARGETS} targets`,
  });
}

/** Weights 0..1 of morph targets by name. Those of presets are CC4 Extended names; other profiles are translated. */
export const targetWeightsSchema = byTarget(z.number().min(0).max(1));

/** What every preset document begins with. `version` is that of the format, not of the user's edits. */
export const presetHead = {
  format: z.literal('mimesis-preset'),
  version: z.literal(1),
  name: nameSchema(MAX_PRESET_NAME_LENGTH),
  description: z.string().max(500).optional(),
};
