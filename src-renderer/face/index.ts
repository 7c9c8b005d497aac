export { driveRig } from './driveRig.ts';
export { FacePanel } from './FacePanel.tsx';
export { setAvatarDetail } from './faceStore.ts';
export { noteDrawn, useFigures } from './figures.ts';
export { Smoothing } from './Smoothing.tsx';
