export { Presets } from './Presets.tsx';
export { prefer, usePreferences } from './preferencesStore.ts';
export { documentsOf, usePresets } from './presetsStore.ts';
export { emotionName } from './words.ts';
