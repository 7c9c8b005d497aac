import { z } from 'zod';
import { PRESET_KINDS, presetSchema } from '../face/index.ts';

/** Longest preset document, as JSON in UTF-8 without spaces: it must fit into one message to the host. */
export const MAX_PRESET_BYTES = 48 * 1024;

/** A built-in preset is named by its kind and name, one of the user's by a UUID. */
const presetIdSchema = z.string().min(1).max(255);

/** A preset in the library. */
export const presetViewSchema = z.object({
  id: presetIdSchema,
  kind: z.enum(PRESET_KINDS),
  name: z.string(),
  /** Read-only; it is duplicated to be edited. */
  builtIn: z.boolean(),
  /** Counts the edits from 1. */
  version: z.int().min(1),
  document: presetSchema,
  /** ISO 8601; null for those built in. */
  updatedAt: z.string().nullable(),
});
export type PresetView = z.infer<typeof presetViewSchema>;

export const presetQuerySchema = z.object({ kind: z.enum(PRESET_KINDS).nullable() });
export const presetListSchema = z.object({ presets: z.array(presetViewSchema) });

/**
 * A preset to store, new or edited; the document's name is the preset's. `version` is the one that was edited, so that
 * an edit which knows nothing of a later one is refused.
 */
export const presetToSaveSchema = z.object({
  edited: z.object({ id: z.uuid(), version: z.int().min(1) }).nullable(),
  document: z.unknown(),
});

export const presetChoiceSchema = z.object({ id: presetIdSchema });

/** JSON as a file holds it. */
export const presetTextSchema = z.object({ text: z.string() });
