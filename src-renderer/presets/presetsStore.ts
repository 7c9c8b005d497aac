import { create } from 'zustand';
import type { PresetView } from '#shared/contract/index.ts';
import type { Preset, PresetKind } from '#shared/face/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

/** The presets of the user's library, those that come with the product among them; empty until they have been read. */
export const usePresets = create<{ readonly presets: readonly PresetView[] }>(() => ({ presets: [] }));

/** Of several readings under way only the last one counts. */
let reading = 0;

onFresh(() => void refresh());
onHostEvent((event) => {
  if (event.event === 'presets_changed') void refresh();
});

async function refresh(): Promise<void> {
  reading += 1;
  const turn = reading;
  try {
    const { presets } = await ask('presets.list', { kind: null });
    if (turn === reading) usePresets.setState({ presets });
  } catch (error) {
    showProblem(error);
  }
}

/** The documents of one kind. */
export function documentsOf<K extends PresetKind>(
  presets: readonly PresetView[],
  kind: K,
): Extract<Preset, { kind: K }>[] {
  return presets
    .map(({ document }) => document)
    .filter((document): document is Extract<Preset, { kind: K }> => document.kind === kind);
}

/** Stores a document, new or in the place of an edited one. Rejects with what is wrong with it. */
export function savePreset(document: unknown, edited?: PresetView): Promise<PresetView> {
  return ask('presets.save', {
    document,
    edited: edited ? { id: edited.id, version: edited.version } : null,
  });
}

export const duplicatePreset = ({ id }: PresetView): Promise<PresetView> => ask('presets.duplicate', { id });

export async function removePreset({ id }: PresetView): Promise<void> {
  await ask('presets.remove', { id });
}

/** Takes in a file that was exported before, or written by hand. */
export async function importPreset(file: File): Promise<PresetView> {
  return ask('presets.import', { text: withoutSpaces(await file.text()) });
}

/** The same JSON as short as it can be, to fit into a message. What is no JSON stays as it is: the host says so. */
function withoutSpaces(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Gives a preset to the user as a file. */
export async function exportPreset({ id, name }: PresetView): Promise<void> {
  const { text } = await ask('presets.export', { id });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${name.replace(/[^\p{L}\p{N} _-]/gu, '_')}.mimesis-preset.json`;
  link.click();
  // The download has begun with the click.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
