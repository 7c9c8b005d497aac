export { CameraSection } from './CameraSection.tsx';
