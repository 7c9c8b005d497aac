import type { PresetKind } from '#shared/face/index.ts';

/** Kinds of presets that are chosen and made in the studio. */
export const STUDIO_KINDS = [
  'emotion',
  'micro_expression',
  'mapping',
  'smoothing',
  'rig',
] as const satisfies PresetKind[];
