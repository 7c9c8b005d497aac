import { z } from 'zod';

/** The sides of the window that can be made wider or higher. */
export type SizedPane = 'left' | 'right' | 'phones' | 'take';

/** What the right side can show. */
export const RIGHT_SIDES = ['inspector', 'face', 'avatars', 'capture', 'takes'] as const;
export type Side = (typeof RIGHT_SIDES)[number];

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}

/** In CSS pixels. */
export const PANE_LIMITS: Readonly<Record<SizedPane, Limits>> = {
  left: { min: 248, max: 560, initial: 304 },
  right: { min: 240, max: 520, initial: 300 },
  phones: { min: 120, max: 560, initial: 256 },
  take: { min: 200, max: 720, initial: 336 },
};

const size = (pane: SizedPane) =>
  z
    .number()
    .transform((pixels) => clampSize(pane, pixels))
    .catch(PANE_LIMITS[pane].initial);

const paneSizesSchema = z.object({
  left: size('left'),
  right: size('right'),
  phones: size('phones'),
  take: size('take'),
  isInspectorOpen: z.boolean().nullable().catch(null),
  side: z.enum(RIGHT_SIDES).catch('face'),
});
export type PaneSizes = z.infer<typeof paneSizesSchema>;

/** Sizes as they were stored; what cannot be read is as it is at first. */
export function readPaneSizes(stored: string | null): PaneSizes {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored ?? '{}');
  } catch {
    parsed = {};
  }
  const read = paneSizesSchema.safeParse(parsed);
  return read.success ? read.data : paneSizesSchema.parse({});
}

/** The nearest size that a pane may have, in whole CSS pixels. */
export function clampSize(pane: SizedPane, pixels: number): number {
  const { min, max } = PANE_LIMITS[pane];
  return Math.round(Math.min(Math.max(pixels, min), max));
}
