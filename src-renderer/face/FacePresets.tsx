import type { Preferences, PresetView } from '#shared/contract/index.ts';
import { FACE_PROFILES, type MappingPreset, mappingFits } from '#shared/face/index.ts';
import { performer } from '../performer/index.ts';
import { Presets, prefer, usePreferences } from '../presets/index.ts';
import { setEmotions, setRig, settingsOf, useFace } from './faceStore.ts';
import { documentOf } from './keepPreset.ts';

/** Presets of everything that the panel sets. */
export function FacePresets() {
  const preferences = usePreferences((state) => state.preferences);
  // What can be kept, and what is in use, changes with what is set.
  useFace(settingsOf);
  return (
    <Presets
      documentOf={documentOf}
      isUsed={(preset) => preferences !== undefined && isPreferred(preset, preferences)}
      actionOf={actionOf}
    />
  );
}

function isPreferred({ id, document, builtIn }: PresetView, preferences: Preferences): boolean {
  switch (document.kind) {
    case 'mapping':
      return preferences.customMappings[document.to] === id;
    case 'visemes':
    case 'constraints': {
      const chosen = preferences.customPresets[document.kind];
      return chosen === undefined ? builtIn : chosen === id;
    }
    default:
      return false;
  }
}

function actionOf(preset: PresetView): (() => void) | undefined {
  const { document, name } = preset;
  switch (document.kind) {
    case 'emotion':
      return () => setEmotions('emotion preset', { [name]: 1 });
    case 'micro_expression':
      return () => void performer.rig.micro.trigger(name);
    case 'rig':
      return () => setRig('rig preset', () => document);
    case 'smoothing': {
      const { filters, maxSpeed } = document;
      return () => setRig('smoothing', (rig) => ({ ...rig, smoothing: { filters, maxSpeed } }));
    }
    case 'mapping':
      return drivesAvatars(document) ? () => applyMapping(preset.id, document) : undefined;
    case 'visemes':
    case 'constraints':
      return () => applyPreset(preset.id, document.kind);
  }
}

/** Other mappings lead to or from vocabularies that no avatar speaks. */
const drivesAvatars = (mapping: MappingPreset): boolean =>
  FACE_PROFILES.some((profile) => profile === mapping.to && mappingFits(mapping, profile));

/** A mapping to a profile is used by every avatar of that profile. */
function applyMapping(id: string, { to }: MappingPreset): void {
  const { preferences } = usePreferences.getState();
  const customMappings = { ...preferences?.customMappings, [to]: id };
  prefer({ customMappings });
}

/** Visemes and limits are used by every avatar. */
function applyPreset(id: string, kind: 'visemes' | 'constraints'): void {
  const { preferences } = usePreferences.getState();
  prefer({ customPresets: { ...preferences?.customPresets, [kind]: id } });
}
