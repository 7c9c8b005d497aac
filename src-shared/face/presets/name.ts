import { z } from 'zod';

/** Longest name of a preset, in UTF-16 units. */
export const MAX_PRESET_NAME_LENGTH = 80;

/** A name that a user gives to something: one line, spaces at its ends dropped. */
export function nameSchema(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters');
}
