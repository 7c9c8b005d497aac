export { Presets } from './Presets.tsx';
export { usePreferences } from './preferencesStore.ts';
export { documentsOf, usePresets } from './presetsStore.ts';
