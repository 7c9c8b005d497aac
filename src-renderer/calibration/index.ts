export { CalibrateButton } from './CalibrateButton.tsx';
export { CalibrationPanel } from './CalibrationPanel.tsx';
export { useCalibration } from './calibrationStore.ts';
