export { CapturePanel } from './CapturePanel.tsx';
export { showSubject, useCapture } from './captureStore.ts';
export { DevicesPanel } from './DevicesPanel.tsx';
export { createPhoneSource } from './phoneSource.ts';
