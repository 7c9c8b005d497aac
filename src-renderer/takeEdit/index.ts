export { EditsPanel } from './EditsPanel.tsx';
export { joinPlayer } from './joinPlayer.ts';
export { useEditKeys } from './useEditKeys.ts';
