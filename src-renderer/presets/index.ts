export { Presets } from './Presets.tsx';
export { documentsOf, usePresets } from './presetsStore.ts';
