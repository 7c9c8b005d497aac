import { z } from 'zod';
import { FACE_PROFILES } from '../profiles/index.ts';
import { byTarget, presetHead, targetNameSchema } from './head.ts';

/** The vocabularies that mappings lead from and to: profiles of avatars, MetaHuman's controls, the avatar engine's names. */
export const MAPPING_PROFILES = [...FACE_PROFILES, 'metahuman', 'seed'] as const;
export type MappingProfile = (typeof MAPPING_PROFILES)[number];

/**
 * Controls that follow the ratio of two sources, clamped to 0..1; 0 while the denominator is below `zero_below`.
 * Unreal's ABP_MH_LiveLink drives the four mouthLipsTogether controls so, from mouthClose and jawOpen.
 */
const clampedRatioSchema = z.strictObject({
  kind: z.literal('clamped_ratio'),
  numerator: targetNameSchema,
  denominator: targetNameSchema,
  zero_below: z.number().gt(0).max(1),
  controls: z.array(targetNameSchema).min(1).max(64),
});

const limits = z
  .tuple([z.number().min(-4).max(4), z.number().min(-4).max(4)])
  .refine(([least, most]) => least <= most, { error: 'the lower limit is above the upper one' });

/**
 * How the weights of one vocabulary drive those of another. A target is a weighted sum of sources plus its offset, or the
 * target of one rule, never both; then it is held within its limits, 0..1 where none are given.
 */
export const mappingPresetSchema = z
  .strictObject({
    ...presetHead,
    kind: z.literal('mapping'),
    /** Where the values come from, in words. */
    source: z.string().min(1).max(2000),
    from: z.enum(MAPPING_PROFILES),
    to: z.enum(MAPPING_PROFILES),
    /** Per source, the weight with which it drives each target. */
    controls: byTarget(byTarget(z.number().min(-4).max(4))),
    offsets: byTarget(z.number().min(-1).max(1)).optional(),
    limits: byTarget(limits).optional(),
    rules: z.array(clampedRatioSchema).max(64),
  })
  .refine(hasOneOriginPerTarget, { error: 'a target is set by two rules, or by a rule and by a sum' });
export type MappingPreset = z.infer<typeof mappingPresetSchema>;

function hasOneOriginPerTarget(mapping: {
  controls: Readonly<Record<string, Readonly<Record<string, number>>>>;
  rules: readonly { controls: readonly string[] }[];
}): boolean {
  const summed = new Set(Object.values(mapping.controls).flatMap((targets) => Object.keys(targets)));
  const ruled = mapping.rules.flatMap((rule) => rule.controls);
  return new Set(ruled).size === ruled.length && ruled.every((control) => !summed.has(control));
}
