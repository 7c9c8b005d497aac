export { RecordBar } from './RecordBar.tsx';
export { TakesPanel } from './TakesPanel.tsx';
