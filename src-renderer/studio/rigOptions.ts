import type { OpenedAvatar, Preferences, PresetView } from '#shared/contract/index.ts';
import {
  type EmotionPreset,
  type FaceRigOptions,
  type MappingPreset,
  mappingFits,
} from '#shared/face/index.ts';
import { targetsOf } from '../performer/index.ts';
import { documentsOf } from '../presets/index.ts';

/** What an avatar's rig is made of: its own targets, and the user's presets where there are any. */
export function rigOptionsOf(
  opened: OpenedAvatar,
  presets: readonly PresetView[],
  preferences: Preferences,
): FaceRigOptions {
  const { profile } = opened.face;
  const chosen = mappingOf(presets, preferences.customMappings[profile]);
  const mapping = chosen && mappingFits(chosen, profile) ? chosen : undefined;
  return {
    profile,
    targets: targetsOf(opened),
    ...(mapping === undefined ? {} : { mapping }),
    ...(presets.length === 0
      ? {}
      : {
          emotions: emotionsOf(presets, opened.config.emotionPresets),
          microExpressions: documentsOf(presets, 'micro_expression'),
        }),
  };
}

function mappingOf(presets: readonly PresetView[], id: string | undefined): MappingPreset | undefined {
  const document = presets.find((preset) => preset.id === id)?.document;
  return document?.kind === 'mapping' ? document : undefined;
}

/** An avatar may show an emotion with another preset than the one of its name. */
function emotionsOf(
  presets: readonly PresetView[],
  chosen: Readonly<Record<string, string>>,
): EmotionPreset[] {
  return documentsOf(presets, 'emotion').map((document) => {
    const other = presets.find(({ id }) => id === chosen[document.name])?.document;
    return other?.kind === 'emotion' ? { ...other, name: document.name } : document;
  });
}
