import { z } from 'zod';

/**
 * A morph target's name. Letters, digits and underscores, as the avatar engine's validator allows; it begins with a letter,
 * so that no name is a special property of an object.
 */
export const targetNameSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/);

/** Weights 0..1 of morph targets by name. Those of presets are CC4 Extended names; other profiles are translated. */
export const targetWeightsSchema = z.record(targetNameSchema, z.number().min(0).max(1));

/** What every preset document begins with. `version` is that of the format, not of the user's edits. */
export const presetHead = {
  format: z.literal('mimesis-preset'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(80),
  description: z.string().max(500).optional(),
};
