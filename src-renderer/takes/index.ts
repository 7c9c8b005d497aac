export { openTake, useOpenedTake } from './openedTake.ts';
export { RecordBar } from './RecordBar.tsx';
export { TakesPanel } from './TakesPanel.tsx';
