export { driveRig } from './driveRig.ts';
export { FacePanel } from './FacePanel.tsx';
export { noteDrawn, useFigures } from './figures.ts';
