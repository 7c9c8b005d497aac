import { z } from 'zod';
import { FACE_REGIONS } from '../regions/index.ts';
import { presetHead } from './head.ts';

const hertz = z.number().min(0.01).max(1000);

/** How the channels of one region are freed of jitter. */
const filterSchema = z.discriminatedUnion('filter', [
  z.strictObject({
    filter: z.literal('one_euro'),
    /** Cutoff at rest: lower is calmer. */
    minCutoffHz: hertz,
    /** How much the cutoff rises with speed, in Hz per weight (or radian) per second: higher lags less. */
    beta: z.number().min(0).max(1000),
    derivativeCutoffHz: hertz,
  }),
  z.strictObject({ filter: z.literal('ema'), cutoffHz: hertz }),
  z.strictObject({ filter: z.literal('none') }),
]);
export type FilterSettings = z.infer<typeof filterSchema>;

export const smoothingSettingsSchema = z.strictObject({
  filters: z.record(z.enum(FACE_REGIONS), filterSchema),
  /** Fastest change that any region's targets may make, in weight per second. */
  maxSpeed: z.record(z.enum(FACE_REGIONS), z.number().min(0.1).max(1000)),
});

export const smoothingPresetSchema = z.strictObject({
  ...presetHead,
  kind: z.literal('smoothing'),
  ...smoothingSettingsSchema.shape,
});
