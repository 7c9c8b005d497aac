export { useOpenedTake } from './openedTake.ts';
export { TakesPanel } from './TakesPanel.tsx';
