import { z } from 'zod';
import { constraintsPresetSchema } from './constraints.ts';
import { emotionPresetSchema } from './emotion.ts';
import { mappingPresetSchema } from './mapping.ts';
import { microExpressionPresetSchema } from './microExpression.ts';
import { rigPresetSchema } from './rigSettings.ts';
import { smoothingPresetSchema } from './smoothing.ts';
import { visemesPresetSchema } from './visemes.ts';

export const PRESET_KINDS = [
  'emotion',
  'micro_expression',
  'visemes',
  'mapping',
  'smoothing',
  'constraints',
  'rig',
] as const;
export type PresetKind = (typeof PRESET_KINDS)[number];

/** Any preset document, told apart by `kind`. Unknown properties are refused, so that a slip of the pen shows. */
export const presetSchema = z.discriminatedUnion('kind', [
  emotionPresetSchema,
  microExpressionPresetSchema,
  visemesPresetSchema,
  mappingPresetSchema,
  smoothingPresetSchema,
  constraintsPresetSchema,
  rigPresetSchema,
]);
export type Preset = z.infer<typeof presetSchema>;
