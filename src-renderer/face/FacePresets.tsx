import type { PresetView } from '#shared/contract/index.ts';
import { ask } from '../link/index.ts';
import { performer } from '../performer/index.ts';
import { Presets } from '../presets/index.ts';
import { showProblem } from '../ui/index.ts';
import { setEmotions, setRig, settingsOf, useFace } from './faceStore.ts';
import { documentOf } from './keepPreset.ts';

/** Presets of everything that the panel sets. */
export function FacePresets() {
  // What can be kept, and what is in use, changes with what is set.
  useFace(settingsOf);
  return (
    <Presets
      documentOf={documentOf}
      onUse={{
        emotion: ({ name }) => setEmotions('emotion preset', { [name]: 1 }),
        micro_expression: ({ name }) => void performer.rig.micro.trigger(name),
        rig: ({ document }) => {
          if (document.kind === 'rig') setRig('rig preset', () => document);
        },
        smoothing: ({ document }) => {
          if (document.kind !== 'smoothing') return;
          const { filters, maxSpeed } = document;
          setRig('smoothing', (rig) => ({ ...rig, smoothing: { filters, maxSpeed } }));
        },
        mapping: applyMapping,
      }}
    />
  );
}

/** A mapping to a profile is used by every avatar of that profile. */
function applyMapping(preset: PresetView): void {
  if (preset.document.kind !== 'mapping') return;
  const { to } = preset.document;
  ask('preferences.read', {})
    .then(({ customMappings }) =>
      ask('preferences.write', { customMappings: { ...customMappings, [to]: preset.id } }),
    )
    .catch(showProblem);
}
