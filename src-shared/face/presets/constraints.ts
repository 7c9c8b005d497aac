import { z } from 'zod';
import { presetHead, targetNameSchema } from './head.ts';

const share = z.number().min(0).max(1);
const names = z.array(targetNameSchema).min(1).max(32);

/** One rule that keeps weights from making an impossible face. */
const constraintSchema = z.discriminatedUnion('rule', [
  /** Two targets that undo each other: what both have in common is taken off each, times `strength`. */
  z.strictObject({
    rule: z.literal('antagonists'),
    a: targetNameSchema,
    b: targetNameSchema,
    strength: share,
  }),
  /** `target` stays below or at the sum of the others. */
  z.strictObject({ rule: z.literal('at_most'), target: targetNameSchema, others: names }),
  /** Left and right differ by no more than `difference`. */
  z.strictObject({
    rule: z.literal('balanced'),
    left: targetNameSchema,
    right: targetNameSchema,
    difference: share,
  }),
  /** The sum of several targets stays below or at `sum`. */
  z.strictObject({ rule: z.literal('total'), targets: names, sum: z.number().min(0.1).max(8) }),
  /** `target` gives way so far that the two make no more than `sum`; `to` stays as it is. */
  z.strictObject({
    rule: z.literal('yields'),
    target: targetNameSchema,
    to: targetNameSchema,
    sum: z.number().min(1).max(2),
  }),
]);
export type Constraint = z.infer<typeof constraintSchema>;

export const constraintsPresetSchema = z.strictObject({
  ...presetHead,
  kind: z.literal('constraints'),
  rules: z.array(constraintSchema).max(256),
});
export type ConstraintsPreset = z.infer<typeof constraintsPresetSchema>;
