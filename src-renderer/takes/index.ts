export { TakesPanel } from './TakesPanel.tsx';
