import type { OpenedAvatar, Preferences, PresetView } from '#shared/contract/index.ts';
import {
  type EmotionPreset,
  type FaceRigOptions,
  mappingFits,
  type Preset,
  type PresetKind,
} from '#shared/face/index.ts';
import { targetsOf } from '../performer/index.ts';
import { documentsOf } from '../presets/index.ts';

/** What an avatar's rig is made of: its own targets, and the user's presets where there are any. */
export function rigOptionsOf(
  opened: OpenedAvatar,
  presets: readonly PresetView[],
  { customMappings, customPresets }: Preferences,
): FaceRigOptions {
  const { profile } = opened.face;
  const mapping = chosen(presets, 'mapping', customMappings[profile]);
  const visemes = chosen(presets, 'visemes', customPresets.visemes);
  const constraints = chosen(presets, 'constraints', customPresets.constraints);
  return {
    profile,
    targets: targetsOf(opened),
    ...(mapping && mappingFits(mapping, profile) ? { mapping } : {}),
    ...(visemes ? { visemes } : {}),
    ...(constraints ? { constraints } : {}),
    ...(presets.length === 0
      ? {}
      : {
          emotions: emotionsOf(presets, opened.config.emotionPresets),
          microExpressions: documentsOf(presets, 'micro_expression'),
        }),
  };
}

/** The preset with an id, where it is there and of the kind. */
function chosen<K extends PresetKind>(
  presets: readonly PresetView[],
  kind: K,
  id: string | undefined,
): Extract<Preset, { kind: K }> | undefined {
  return documentsOf(
    presets.filter((preset) => preset.id === id),
    kind,
  )[0];
}

/** An avatar may show an emotion with another preset than the one of its name. */
function emotionsOf(
  presets: readonly PresetView[],
  others: Readonly<Record<string, string>>,
): EmotionPreset[] {
  return documentsOf(presets, 'emotion').map((document) => {
    const other = chosen(presets, 'emotion', others[document.name]);
    return other ? { ...other, name: document.name } : document;
  });
}
