import { type Preset, presetSchema } from './preset.ts';

/** What reading a document gave: the preset, or what is wrong with it, one plain line for each of the first few places. */
export type PresetReading =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly problems: readonly string[] };

const PROBLEMS_SHOWN = 5;

/** Reads a preset from what a JSON file or a message held. Throws nothing. */
export function readPreset(document: unknown): PresetReading {
  const result = presetSchema.safeParse(document);
  if (result.success) return { ok: true, preset: result.data };
  const problems = result.error.issues
    .slice(0, PROBLEMS_SHOWN)
    .map(({ path, message }) => `${path.join('.') || 'document'}: ${message}`);
  return { ok: false, problems };
}

/** A copy of a preset under another name, sharing nothing with it. */
export function duplicatePreset<P extends Preset>(preset: P, name: string): P {
  return { ...copyOf(preset), name };
}

/** Whether two presets say the same, name and description apart. The order of properties does not matter. */
export function samePreset(a: Preset, b: Preset): boolean {
  return ordered({ ...a, name: '', description: '' }) === ordered({ ...b, name: '', description: '' });
}

function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
